// A block with one partial and one full closure, an extension, and possession on the closure, as an officer records them:
// refusals come with the limit, and nothing typed is lost. Then the question at the door, and the order in brief.
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

const today = () => new Date(new Date().toLocaleString('en-US', { timeZone: 'Europe/London' }))
const inMonths = (months, days = 0) => {
  const from = today()
  const last = new Date(from.getFullYear(), from.getMonth() + months + 1, 0).getDate()
  return new Date(from.getFullYear(), from.getMonth() + months, Math.min(from.getDate(), last) + days)
}
async function fillDate(page, name, date = today()) {
  await page.locator(`#${name}-day`).fill(String(date.getDate()))
  await page.locator(`#${name}-month`).fill(String(date.getMonth() + 1))
  await page.locator(`#${name}-year`).fill(String(date.getFullYear()))
}
const words = page => page.locator('main').innerText()
const checks = ['measures-meeting', 'homelessness', 'destination', 'cuckooing', 'fairness', 'consultation']

async function start(page, file, kind, body) {
  await page.goto(`${site.address}${file}/orders/new?kind=${kind}`)
  await page.locator('#body').selectOption(body)
  await page.locator('#why').fill('Dealing and fights every night: nine reports to us, four to the police.')
  await press(page, 'Start')
  return new URL(page.url()).pathname
}

async function passChecks(page, action) {
  for (const step of checks) {
    await page.goto(`${site.address}${action}/steps/${step}`)
    await fillDate(page, 'done-on')
    for (const field of ['with-whom', 'what'])
      if (await page.locator(`#${field}`).count()) await page.locator(`#${field}`).fill('Police and council. Decided to go ahead.')
    await press(page, 'Save')
  }
}

async function listHearing(page, action) {
  await page.goto(`${site.address}${action}/hearings/new`)
  await page.getByLabel('Application', { exact: true }).check()
  await page.locator('#court').fill('Northgate Magistrates’ Court')
  await fillDate(page, 'on')
  await page.locator('#time').fill('12:01am')
  await press(page, 'Save')
}

async function recordOrder(page, action, scope, until) {
  await page.goto(`${site.address}${action}/order?form=final`)
  await page.getByLabel(scope).check()
  await page.locator('#court').fill('Northgate Magistrates’ Court')
  await fillDate(page, 'made-on')
  await fillDate(page, 'until-on', until)
  await press(page, 'Save')
}

/** A closure from its start to its order. Returns the address of the order. */
async function closure(page, file, scope, months) {
  const action = await start(page, file, 'closure', 'police')
  await page.goto(`${site.address}${action}/order?form=final`)
  await recordOrder(page, action, scope, inMonths(months, -1))
  assert.match(await words(page), /Before this can be recorded/)
  await passChecks(page, action)
  await listHearing(page, action)
  await recordOrder(page, action, scope, inMonths(3, 0))
  assert.match(await words(page), /There is a problem/)
  assert.equal(await page.locator('#court').inputValue(), 'Northgate Magistrates’ Court')
  await recordOrder(page, action, scope, inMonths(months, -1))
  const link = page.locator('main a[href*="/made/"]').first()
  return { action, order: (await link.getAttribute('href')).match(/.*\/made\/[0-9a-f-]{36}/)[0] }
}

test('one partial and one full closure in a block, an extension, and possession', async () => {
  const page = await signIn(browser, site, 'Dana Okafor')
  await page.goto(`${site.address}/work`)
  const links = await page.locator('main a[href^="/cases/ASB-"]').evaluateAll(all => all.map(a => a.getAttribute('href')))
  const files = [...new Set(links.map(href => href.match(/\/cases\/ASB-\d\d-\d+/)[0]))]
  const quiet = []
  for (const file of files) {
    await page.goto(`${site.address}${file}/orders`)
    if (/No legal action yet/.test(await words(page))) quiet.push(file)
    if (quiet.length === 2) break
  }
  assert.equal(quiet.length, 2)
  await lookAtBothWidths(page)

  const partial = await closure(page, quiet[0], 'Partial: only those on its list may enter', 3)
  await page.goto(`${site.address}${partial.action}`)
  await lookAtBothWidths(page, '40-closure')
  await page.goto(`${site.address}${partial.order}`)
  await lookAtBothWidths(page, '41-partial-order')
  assert.match(await words(page), /The tenant or a resident/)

  const door = `/orders/${partial.order.split('/').pop()}`
  await page.goto(`${site.address}${door}/entry-check`)
  await page.locator('#role').selectOption('tenant')
  await press(page, 'Check')
  assert.match(await words(page), /Yes: they may enter/)
  await page.locator('#role').selectOption('visitor')
  await press(page, 'Check')
  assert.match(await words(page), /No: they may not enter/)
  await lookAtBothWidths(page, '42-entry-check')
  await page.goto(`${site.address}${door}/brief`)
  await lookAtBothWidths(page, '43-brief')
  await press(page, 'I have read this')

  const full = await closure(page, quiet[1], 'Full: nobody may enter', 3)
  await page.goto(`${site.address}${full.order}/extension`)
  const extend = async until => {
    await fillDate(page, 'applied-on')
    await fillDate(page, 'made-on')
    await fillDate(page, 'until-on', until)
    await page.locator('#court').fill('Northgate Magistrates’ Court')
    await press(page, 'Save')
  }
  await extend(inMonths(6, 0))
  assert.match(await words(page), /There is a problem/)
  await extend(inMonths(6, -1))
  assert.match(await words(page), /Extensions/)

  await page.goto(`${site.address}/work`)
  assert.match(await words(page), /Serve notice of possession on the closure/)
  const possession = await start(page, quiet[1], 'possession', 'registered-provider-non-profit')
  await page.goto(`${site.address}${possession}`)
  assert.match(await words(page), /Condition 4/)
  await lookAtBothWidths(page, '44-possession')
  await page.goto(`${site.address}${quiet[1]}`)
  assert.match(await words(page), /Closure order, full/)
  assert.match(await words(page), /Watch: Serve notice of possession/, 'a manager watches it too')
  await page.goto(`${site.address}${quiet[1]}/bundle`)
  await lookAtBothWidths(page, '45-bundle')
  await page.goto(`${site.address}/admin/law`)
  await lookAtBothWidths(page, '46-law')
  await page.context().close()
})
