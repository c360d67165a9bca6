// Drafts on this device, in IndexedDB. Nothing leaves the device from here.

export interface Draft {
  id: string
  kind: 'report' | 'note'
  savedAt: number
  fields: Record<string, string>
  files: File[]
}

export interface Keeping {
  /** Whose device: a resident who chose it, or somebody who works here. */
  kind: 'report' | 'note'
}

const databaseName = 'doorstep-drafts'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('drafts', { keyPath: 'id' })
      asked.result.createObjectStore('settings')
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

async function inStore<T>(store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode)
      const asked = work(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

export const keeping = (): Promise<Keeping | undefined> => inStore<Keeping | undefined>('settings', 'readonly', store => store.get('keeping'))

export async function keepDrafts(kind: Keeping['kind']): Promise<void> {
  await inStore('settings', 'readwrite', store => store.put({ kind }, 'keeping'))
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/sw.js')
}

/** Everything this site has put onto the device for drafts is gone afterwards. */
export async function stopKeeping(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(databaseName)
    asked.onsuccess = () => resolve()
    asked.onerror = () => reject(asked.error)
  })
  if (!('serviceWorker' in navigator)) return
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
  for (const name of await caches.keys()) if (name.startsWith('doorstep-')) await caches.delete(name)
}

export const saveDraft = (draft: Draft): Promise<unknown> => inStore('drafts', 'readwrite', store => store.put(draft))
export const findDraft = (id: string): Promise<Draft | undefined> => inStore<Draft | undefined>('drafts', 'readonly', store => store.get(id))
export const deleteDraft = (id: string): Promise<unknown> => inStore('drafts', 'readwrite', store => store.delete(id))

export async function allDrafts(): Promise<Draft[]> {
  const drafts = await inStore<Draft[]>('drafts', 'readonly', store => store.getAll())
  return drafts.sort((one, other) => other.savedAt - one.savedAt)
}

export const newId = (): string => crypto.randomUUID?.() ?? `${Date.now()}-${Math.round(Math.random() * 1e9)}`

/** Bytes, of words and files. */
export function sizeOf(draft: Draft): number {
  const words = Object.values(draft.fields).reduce((sum, words) => sum + new Blob([words]).size, 0)
  return draft.files.reduce((sum, file) => sum + file.size, words)
}

// Which draft is on its way to the server, until the page after says what became of it.
const sendingKey = 'doorstep-sending'

export function markSending(id: string): void {
  sessionStorage.setItem(sendingKey, id)
}

/** The page that comes after sending: gone when the server took it, kept when it did not. */
export async function finishSending(): Promise<void> {
  const id = sessionStorage.getItem(sendingKey)
  if (!id) return
  const path = window.location.pathname.replace(/^\/cy(?=\/)/, '')
  const isNoteSaved = path === '/notes/new' && document.querySelector('.govuk-notification-banner--success') !== null
  const isReportBegun = path.startsWith('/report/')
  // The mark goes last: somebody may leave this page at once, and the next one looks again.
  if (isNoteSaved || isReportBegun) await deleteDraft(id)
  sessionStorage.removeItem(sendingKey)
}
