// The pages of drafts on this device, and the note that is kept until the server has it. Words stand in the page, in
// its own language; this only shows, hides and fills.
import { allDrafts, deleteDraft, type Draft, findDraft, finishSending, keepDrafts, keeping, markSending, newId, saveDraft, sizeOf, stopKeeping } from './draft-store'

const isHTML = (element: Element | null | undefined): element is HTMLElement => element instanceof HTMLElement

function show(element: Element | null, isShown: boolean): void {
  if (isHTML(element)) element.hidden = !isShown
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

function dateWords(moment: number): string {
  const language = document.documentElement.lang === 'cy' ? 'cy' : 'en-GB'
  return new Date(moment).toLocaleString(language, { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' })
}

function draftFrom(form: HTMLFormElement, kind: Draft['kind'], id: string): Draft {
  const draft: Draft = { id, kind, savedAt: Date.now(), fields: {}, files: [] }
  for (const [name, value] of new FormData(form)) {
    if (value instanceof File) {
      if (value.size > 0) draft.files.push(value)
    } else if (name !== 'csrf-token' && name !== 'once') draft.fields[name] = value
  }
  return draft
}

const isEmpty = (draft: Draft): boolean => draft.files.length === 0 && Object.values(draft.fields).every(words => words.trim() === '')

/** What somebody knows it by: how it begins. */
function beginning(draft: Draft): string {
  const words = (draft.fields['what'] || draft.fields['place'] || '').trim()
  return words.length > 60 ? `${words.slice(0, 59)}…` : words || '…'
}

class DraftsPage {
  constructor(private readonly root: HTMLElement) {}

  async start(): Promise<void> {
    this.root.hidden = false
    this.button('keep')?.addEventListener('click', () => void keepDrafts('report').then(() => this.refresh()))
    this.button('stop')?.addEventListener('click', () => void stopKeeping().then(() => this.refresh()))
    const form = this.root.querySelector<HTMLFormElement>('form[data-drafts-write]')
    form?.addEventListener('submit', event => {
      event.preventDefault()
      void this.save(form)
    })
    await this.refresh()
  }

  private button(name: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-drafts-${name}]`)
  }

  private async save(form: HTMLFormElement): Promise<void> {
    const kind = (await keeping())?.kind ?? 'report'
    const draft = draftFrom(form, kind, newId())
    if (isEmpty(draft)) {
      form.querySelector<HTMLElement>('textarea')?.focus()
      return
    }
    await saveDraft(draft)
    form.reset()
    await this.refresh()
    const said = this.root.querySelector('[data-drafts-saved]')
    show(said, true)
    if (isHTML(said)) said.focus()
  }

  private async refresh(): Promise<void> {
    const isKept = (await keeping()) !== undefined
    show(this.root.querySelector('[data-drafts-off]'), !isKept)
    show(this.root.querySelector('[data-drafts-on]'), isKept)
    if (!isKept) return
    const drafts = await allDrafts()
    show(this.root.querySelector('[data-drafts-none]'), drafts.length === 0)
    const table = this.root.querySelector<HTMLElement>('[data-drafts-table]')
    show(table, drafts.length > 0)
    const rows = table?.querySelector('tbody')
    rows?.replaceChildren(...drafts.map(draft => this.row(draft)))
  }

  private row(draft: Draft): Node {
    const template = this.root.querySelector<HTMLTemplateElement>('template[data-drafts-row]')
    const row = template?.content.firstElementChild?.cloneNode(true)
    if (!(row instanceof HTMLElement)) return document.createTextNode('')
    const put = (name: string, words: string) => {
      for (const place of row.querySelectorAll(`[data-row-${name}]`)) place.textContent = words
    }
    put('what', beginning(draft))
    put('saved', dateWords(draft.savedAt))
    put('size', sizeWords(sizeOf(draft)))
    row.querySelector('[data-row-send]')?.addEventListener('click', () => this.send(draft))
    row.querySelector('[data-row-delete]')?.addEventListener('click', () => void deleteDraft(draft.id).then(() => this.refresh()))
    return row
  }

  private send(draft: Draft): void {
    if (draft.kind === 'note') {
      window.location.assign(`/notes/new?draft=${encodeURIComponent(draft.id)}`)
      return
    }
    const form = document.querySelector<HTMLFormElement>('.ds-drafts-sender form')
    if (!form) return
    for (const name of ['what', 'place', 'when']) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = draft.fields[name] ?? ''
    }
    markSending(draft.id)
    form.submit()
  }
}

/**
 * A note from a visit: on the device first, then to the server, and off the device once the server has it. Only where
 * somebody said that nobody else uses the device.
 */
class NotePage {
  private id = newId()
  private isKept = false

  constructor(
    private readonly root: HTMLElement,
    private readonly form: HTMLFormElement,
  ) {}

  async start(): Promise<void> {
    this.root.querySelector('[data-drafts-keep]')?.addEventListener('click', () => void keepDrafts('note').then(() => this.refresh()))
    await this.refresh()
    const asked = new URLSearchParams(window.location.search).get('draft')
    const draft = asked ? await findDraft(asked) : undefined
    if (draft) this.fill(draft)
    this.form.addEventListener('submit', event => {
      if (event.defaultPrevented || !this.isKept) return
      event.preventDefault()
      void this.keepAndSend()
    })
  }

  private async refresh(): Promise<void> {
    this.isKept = (await keeping()) !== undefined
    show(this.root.querySelector('[data-drafts-off]'), !this.isKept)
    show(this.root.querySelector('[data-drafts-on]'), this.isKept)
  }

  private fill(draft: Draft): void {
    this.id = draft.id
    for (const element of this.form.elements) {
      if (element instanceof HTMLInputElement && element.type === 'file') {
        const files = new DataTransfer()
        for (const file of draft.files) files.items.add(file)
        element.files = files.files
      } else if (element instanceof HTMLInputElement && element.type === 'checkbox') {
        element.checked = draft.fields[element.name] === element.value
      } else if ((element instanceof HTMLInputElement && element.type !== 'hidden') || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
        element.value = draft.fields[element.name] ?? ''
      }
    }
  }

  private async keepAndSend(): Promise<void> {
    // The server takes a key once: a draft sent again, because somebody left before the page that takes it off the
    // device had run, makes no second note.
    const once = this.form.elements.namedItem('once')
    if (once instanceof HTMLInputElement) once.value = this.id
    try {
      await saveDraft(draftFrom(this.form, 'note', this.id))
      markSending(this.id)
    } catch {
      // A full or forbidden store keeps nobody from sending.
    }
    HTMLFormElement.prototype.submit.call(this.form)
  }
}

export async function startDrafts(): Promise<void> {
  if (!('indexedDB' in window)) return
  await finishSending()
  const root = document.querySelector('[data-drafts]')
  if (isHTML(root)) await new DraftsPage(root).start()
  const note = document.querySelector('[data-drafts-note]')
  const form = note?.querySelector('form')
  if (isHTML(note) && form) await new NotePage(note, form).start()
}
