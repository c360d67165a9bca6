const waitMilliseconds = 5000

/**
 * A form sent twice in a few seconds is sent once. The server refuses a second copy anyway (each form carries a key);
 * this spares people the page that says so.
 */
export function guardAgainstDoubleSending(): void {
  const sentAt = new WeakMap<HTMLFormElement, number>()
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    const last = sentAt.get(form)
    if (last !== undefined && event.timeStamp - last < waitMilliseconds) event.preventDefault()
    else sentAt.set(form, event.timeStamp)
  })
  // Coming back with the browser's Back button shows the same document: it may be sent again.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return
    for (const form of document.querySelectorAll('form')) sentAt.delete(form)
  })
}
