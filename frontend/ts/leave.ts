/**
 * On pages with a way to leave quickly: a page the browser kept in memory is asked for again, so that Back after
 * leaving shows what the server says now and not what was typed.
 */
export function watchLeaving(): void {
  if (!document.querySelector('[data-module="govuk-exit-this-page"]')) return
  window.addEventListener('pageshow', event => {
    if (event.persisted) window.location.reload()
  })
}
