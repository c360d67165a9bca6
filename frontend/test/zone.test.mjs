// An exclusion zone drawn with the pointer on its plan, put right by keyboard, and typed without scripts: the same zone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './browser.mjs'
import { startDemo } from './demo_site.mjs'
import { lookAtBothWidths, press, signIn } from './visits.mjs'

let browser, site
before(async () => {
  browser = await launch()
  site = await startDemo({ cases: 1500, homes: 12400 })
})
after(async () => {
  await browser?.close()
  await site?.close()
})

const words = page => page.locator('main').innerText()
async function fillToday(page, name) {
  const now = new Date(new Date().toLocaleString('en-US', { timeZone: 'Europe/London' }))
  await page.locator(`#${name}-day`).fill(String(now.getDate()))
  await page.locator(`#${name}-month`).fill(String(now.getMonth() + 1))
  await page.locator(`#${name}-year`).fill(String(now.getFullYear()))
}

test('a zone is drawn, put right, and shown with the homes inside it', async () => {
  const page = await signIn(browser, site, 'Dana Okafor')
  await page.goto(`${site.address}/work`)
  const links = await page.locator('main a[href^="/cases/ASB-"]').evaluateAll(all => all.map(a => a.getAttribute('href')))
  const files = [...new Set(links.map(href => href.match(/\/cases\/ASB-\d\d-\d+/)[0]))]
  let file = ''
  for (file of files) {
    await page.goto(`${site.address}${file}/orders`)
    if (/No legal action yet/.test(await words(page))) break
  }
  await page.goto(`${site.address}${file}/orders/new?kind=injunction`)
  await page.locator('#body').selectOption('registered-provider-non-profit')
  await page.locator('#why').fill('Threats at the office, four times this month.')
  await press(page, 'Start')
  const action = new URL(page.url()).pathname
  for (const step of ['limbs', 'fairness', 'youth']) {
    await page.goto(`${site.address}${action}/steps/${step}`)
    await fillToday(page, 'done-on')
    for (const field of ['with-whom', 'what'])
      if (await page.locator(`#${field}`).count()) await page.locator(`#${field}`).fill('Weighed, and decided to go ahead.')
    await press(page, 'Save')
  }
  await page.goto(`${site.address}${action}/order?form=final`)
  await page.locator('#court').fill('Northgate County Court')
  await fillToday(page, 'made-on')
  await press(page, 'Save')
  const order = (await page.locator('main a[href*="/made/"]').first().getAttribute('href')).match(/.*\/made\/[0-9a-f-]{36}/)[0]

  await page.goto(`${site.address}${order}/clauses/new`)
  const plan = page.locator('[data-module="ds-zone-draw"]')
  await plan.waitFor({ state: 'visible' })
  await lookAtBothWidths(page, '47-draw-a-zone')
  const field = page.locator('#zone-outline')
  const square = await plan.locator('svg').boundingBox()
  const pressAt = async (x, y) => plan.locator('svg').click({ position: { x: square.width * x, y: square.width * y } })
  for (const [x, y] of [[0.3, 0.3], [0.7, 0.3], [0.7, 0.7], [0.3, 0.7], [0.5, 0.5]]) await pressAt(x, y)
  assert.equal((await field.inputValue()).trim().split('\n').length, 5)
  assert.match(await field.inputValue(), /^\d{6}, \d{5,7}\n/)
  await page.getByRole('button', { name: 'Take back the last corner' }).press('Enter')
  assert.equal((await field.inputValue()).trim().split('\n').length, 4)
  await page.getByLabel('Must not', { exact: true }).check()
  await page.locator('#words').fill('Not to enter the zone on the plan')
  const drawn = await field.inputValue()

  // The same corners in an order that crosses: refused, and still there.
  const [a, b, c, d] = drawn.trim().split('\n')
  await field.fill([a, c, b, d].join('\n'))
  await press(page, 'Save')
  assert.match(await words(page), /crosses itself/)
  assert.equal(await page.locator('#words').inputValue(), 'Not to enter the zone on the plan')
  await field.fill(drawn)
  await press(page, 'Save')
  await page.locator('main a[href*="/clauses/"]').first().click()
  assert.match(await words(page), /An outline of 4 corners/)
  assert.ok(await page.locator('svg[role="img"] polygon').count())
  await lookAtBothWidths(page, '48-zone')
  await page.context().close()
})
