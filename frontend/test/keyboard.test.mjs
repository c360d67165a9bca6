// The main pages by keyboard alone: the skip link comes first, every stop is in the order of the page and can be seen, and
// what was left out of a form is where the keyboard goes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, openPage } from './browser.mjs'
import { startDemo } from './demo_site.mjs'
import { goTo, signIn } from './visits.mjs'

let browser, site
before(async () => {
  browser = await launch()
  site = await startDemo({ cases: 80, homes: 800 })
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** What is wrong with the element that has the focus; and whether the keyboard has come round to the start. */
const lookAtFocus = page => page.evaluate(() => {
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return { isOver: true }
  const wrong = []
  const words = `${element.tagName.toLowerCase()} ${element.id || element.name || element.innerText?.trim().slice(0, 40) || ''}`
  const before = globalThis.lastStop
  globalThis.lastStop = element
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) return { isOver: true }

  // Radios and checkboxes are drawn by their labels.
  const isDrawnByLabel = element.matches('.govuk-radios__input, .govuk-checkboxes__input')
  const drawn = isDrawnByLabel ? element.labels[0] : element
  const box = drawn.getBoundingClientRect()
  if (box.width < 4 || box.height < 4) wrong.push(`${words}: cannot be seen (${box.width} by ${box.height})`)
  const style = getComputedStyle(drawn, isDrawnByLabel ? '::before' : null)
  const isShown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
  if (!isShown) wrong.push(`${words}: nothing shows that it has the focus`)
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1)
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1)
  const top = document.elementFromPoint(x, y)
  const isCovered = top && !drawn.contains(top) && !top.contains(drawn) && !element.contains(top)
  if (isCovered) wrong.push(`${words}: covered by ${top.tagName.toLowerCase()}.${top.className}`)
  return { wrong, words }
})

/** From the top of the page to its end with Tab. */
async function walk(page) {
  await page.evaluate(() => {
    globalThis.lastStop = undefined
    window.scrollTo(0, 0)
  })
  const wrong = []
  const stops = []
  for (let n = 0; n < 400; ++n) {
    await page.keyboard.press('Tab')
    const found = await lookAtFocus(page)
    if (found.isOver) return { stops, wrong }
    stops.push(found.words)
    wrong.push(...found.wrong)
  }
  return { stops, wrong: [...wrong, 'the keyboard never came to the end of the page'] }
}

async function walkPage(page, path) {
  await goTo(page, site, path)
  // A banner takes the focus by itself when the page opens; the walk begins at the top all the same.
  await page.evaluate(() => document.activeElement?.blur())
  const { stops, wrong } = await walk(page)
  assert.deepEqual(wrong, [], path)
  assert.match(stops[0] ?? '', /Skip to main content|Neidio/, `${path}: ${stops.slice(0, 3)}`)
  // Everything that can be pressed or typed into was met, radios of one question as one stop.
  const unmet = await page.evaluate(() => {
    const isThere = element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled
    return [...document.querySelectorAll('main a[href], main button, main input:not([type=hidden]), main select, main textarea, main summary')]
      .filter(element => isThere(element) && element.tabIndex < 0)
      .map(element => element.outerHTML.slice(0, 120))
  })
  assert.deepEqual(unmet, [], path)
}

test('the pages of residents', async () => {
  const page = await openPage(browser)
  for (const path of ['/', '/report/danger', '/help', '/contact', '/accessibility', '/cy/']) await walkPage(page, path)
  await page.context().close()
})

test('the pages of an officer', async () => {
  const page = await signIn(browser, site, 'Dana Okafor')
  for (const path of ['/work', '/triage', '/cases', '/search', '/notes/new']) await walkPage(page, path)
  await goTo(page, site, '/cases')
  const file = await page.locator('main table a[href^="/cases/ASB"]').first().getAttribute('href')
  for (const below of ['', '/people', '/plan', '/contacts/new', '/risk/new', '/letters/new', '/closure']) await walkPage(page, file + below)
  await page.context().close()
})

test('the pages of a manager and of settings', async () => {
  const manager = await signIn(browser, site, 'Marta Lindqvist')
  for (const path of ['/team', '/figures', '/figures/first-contact', '/approvals', '/surveys']) await walkPage(manager, path)
  await manager.context().close()
  const administrator = await signIn(browser, site, 'Ade Coker')
  for (const path of ['/admin', '/admin/accounts', '/admin/webhooks/new']) await walkPage(administrator, path)
  await administrator.context().close()
})

test('the skip link leads to main, and a form that lacks an answer to its problem and on to the field', async () => {
  const page = await openPage(browser)
  await goTo(page, site, '/report/danger')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main-content')
  const reach = async selector => {
    for (let n = 0; n < 60; ++n) {
      if (await page.evaluate(wanted => document.activeElement.matches(wanted), selector)) return
      await page.keyboard.press('Tab')
    }
    assert.fail(`the keyboard never reached ${selector}`)
  }
  await reach('main form button')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/report/danger')
  await page.waitForFunction(() => document.activeElement.matches('.govuk-error-summary'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.ok(await page.evaluate(() => document.activeElement.matches('input[type=radio]')))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await reach('main form button')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => !location.pathname.endsWith('/danger') || document.querySelector('.govuk-panel--interruption') !== null)
  await page.context().close()
})
