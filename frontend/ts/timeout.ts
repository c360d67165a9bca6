// Warns before the session ends. The server decides when that is: the page says after how many idle seconds
// (data-timeout-idle) and how long before to warn (data-timeout-warn). Without scripts nobody is
// warned, and the server asks people to sign in.

interface Settings {
  idleMilliseconds: number
  warnMilliseconds: number
  endedAddress: string
}

function settingsOf(body: HTMLElement): Settings | undefined {
  const seconds = (name: string) => Number.parseInt(body.dataset[name] ?? '', 10)
  const idle = seconds('timeoutIdle')
  const warn = seconds('timeoutWarn')
  if (!(idle > 0) || !(warn > 0)) return undefined
  return { idleMilliseconds: idle * 1000, warnMilliseconds: warn * 1000, endedAddress: body.dataset['timeoutEnded'] ?? '/' }
}

/** What is typed and not sent. The server keeps it, without acting on it, until its writer has signed in again. */
function unsentForm(): HTMLFormElement | undefined {
  const isTyped = (field: Element) =>
    field instanceof HTMLInputElement
      ? field.type === 'checkbox' || field.type === 'radio'
        ? field.checked !== field.defaultChecked
        : !['hidden', 'file', 'password'].includes(field.type) && field.value !== field.defaultValue
      : field instanceof HTMLTextAreaElement
        ? field.value !== field.defaultValue
        : field instanceof HTMLSelectElement && [...field.options].some(option => option.selected !== option.defaultSelected)
  const forms = document.querySelectorAll<HTMLFormElement>('main form[method="post"]')
  return [...forms].find(form => [...form.elements].some(isTyped))
}

function leave(endedAddress: string): void {
  const form = unsentForm()
  if (!form) {
    window.location.assign(endedAddress)
    return
  }
  const mark = document.createElement('input')
  mark.type = 'hidden'
  mark.name = 'keep-only'
  mark.value = 'yes'
  form.append(mark)
  // Not requestSubmit: nothing stands in the way of keeping it.
  HTMLFormElement.prototype.submit.call(form)
}

export function watchSession(body: HTMLElement): void {
  const settings = settingsOf(body)
  const dialog = document.querySelector<HTMLDialogElement>('dialog#ds-timeout')
  const form = dialog?.querySelector('form')
  if (!settings || !dialog || !form || typeof dialog.showModal !== 'function') return

  // Timers stop while a laptop sleeps, so each tick looks at the clock.
  let lastSeen = Date.now()
  const tick = () => {
    const idle = Date.now() - lastSeen
    if (idle >= settings.idleMilliseconds) {
      window.clearInterval(timer)
      leave(settings.endedAddress)
      return
    }
    if (idle >= settings.idleMilliseconds - settings.warnMilliseconds && !dialog.open) dialog.showModal()
  }
  const timer = window.setInterval(tick, Math.min(15_000, settings.warnMilliseconds / 4))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tick())

  const stay = async () => {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form) as never), credentials: 'same-origin' })
    if (!answer.ok) throw new Error(`session: ${answer.status}`)
    lastSeen = Date.now()
    if (dialog.open) dialog.close()
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    stay().catch(() => leave(settings.endedAddress))
  })
  // Escape means "go on working" too.
  dialog.addEventListener('cancel', event => {
    event.preventDefault()
    form.requestSubmit()
  })
}
