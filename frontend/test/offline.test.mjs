// Without a connection: the page that says so, and drafts kept on the device until the server has them. The server is
// really stopped.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeViolations, launch, narrow, openPage, screenshot, sidewaysScroll } from './browser.mjs'
import { startDemo } from './demo_site.mjs'

let browser, site
before(async () => {
  browser = await launch()
  site = await startDemo()
})
after(async () => {
  await browser?.close()
  await site?.close()
})

const drafts = page => page.locator('[data-drafts-table] tbody tr')

async function workerReady(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  // The page that is kept comes with the worker.
  await page.waitForFunction(async () => (await caches.match('/offline')) !== undefined)
}

test('keeps nothing on a device whose owner did not ask for it', async () => {
  const page = await openPage(browser)
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await page.getByRole('button', { name: 'Keep drafts on this device' }).waitFor()
  assert.ok(await page.getByText('Only do this if nobody else uses this device').isVisible())
  assert.equal(await page.getByLabel('What happened?').isVisible(), false)
  assert.deepEqual(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(all => all.length)), 0)
  assert.deepEqual(await axeViolations(page), [])
  await page.context().close()
})

test('writes drafts without a connection and sends them when there is one', async () => {
  const page = await openPage(browser, { viewport: narrow })
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await page.getByRole('button', { name: 'Keep drafts on this device' }).click()
  await page.getByLabel('What happened?').waitFor()
  await workerReady(page)

  await site.stop()
  await page.goto(`${site.address}/report/danger`, { waitUntil: 'load' })
  await page.getByRole('heading', { name: 'You are not connected' }).waitFor()
  const twoDrafts = ['Loud music until 4am, <every> night', 'Shouting on the stairs']
  for (const [place, words] of twoDrafts.entries()) {
    await page.getByLabel('What happened?').fill(words)
    await page.getByLabel('Where?').fill('Acre Court')
    await page.getByRole('button', { name: 'Save on this device' }).click()
    await page.getByText('Saved on this device').waitFor()
    await drafts(page).nth(place).waitFor()
  }
  assert.equal(await drafts(page).count(), 2)
  assert.match(await drafts(page).first().innerText(), /Shouting on the stairs[\s\S]*20\d\d[\s\S]*B/)
  await drafts(page).first().getByRole('button', { name: 'Delete' }).click()
  await page.waitForFunction(() => document.querySelectorAll('[data-drafts-table] tbody tr').length === 1)
  assert.equal(await sidewaysScroll(page), 0)
  assert.deepEqual(await axeViolations(page), [])
  await screenshot(page, 'offline')

  await site.start()
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await drafts(page).first().getByRole('button', { name: 'Send' }).click()
  await page.waitForURL('**/report/danger')
  await page.goto(`${site.address}/report/what`, { waitUntil: 'load' })
  assert.equal(await page.getByLabel('What happened?').inputValue(), 'Loud music until 4am, <every> night')
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await page.getByText('Drafts you keep on this device show here').waitFor()
  await page.getByRole('button', { name: 'Delete all and stop keeping drafts here' }).click()
  await page.getByRole('button', { name: 'Keep drafts on this device' }).waitFor()
  assert.deepEqual(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(all => all.length)), 0)
  await page.context().close()
})

test('keeps what the server refuses', async () => {
  const page = await openPage(browser)
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await page.getByRole('button', { name: 'Keep drafts on this device' }).click()
  await page.getByLabel('What happened?').fill('x'.repeat(5001))
  await page.getByRole('button', { name: 'Save on this device' }).click()
  await drafts(page).first().getByRole('button', { name: 'Send' }).click()
  await page.getByText('What happened must be 5,000 characters or fewer').first().waitFor()
  await drafts(page).first().waitFor()
  assert.equal(await drafts(page).count(), 1)
  await page.context().close()
})

test('the way out deletes drafts and the worker', async () => {
  const page = await openPage(browser)
  await page.route(address => address.hostname !== '127.0.0.1', route => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }))
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await page.getByRole('button', { name: 'Keep drafts on this device' }).click()
  await page.getByLabel('What happened?').fill('Shouting on the stairs')
  await page.getByRole('button', { name: 'Save on this device' }).click()
  await page.getByText('Saved on this device').waitFor()
  await workerReady(page)
  await page.locator('.govuk-exit-this-page__button').click()
  await page.waitForURL(address => address.hostname !== '127.0.0.1')
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await page.getByRole('button', { name: 'Keep drafts on this device' }).waitFor()
  assert.equal(await drafts(page).count(), 0)
  assert.deepEqual(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]), [0, 0])
  await page.context().close()
})

async function openNote() {
  const page = await openPage(browser)
  await page.goto(`${site.address}/staff/sign-in`, { waitUntil: 'load' })
  await page.getByRole('button', { name: 'Sign in as Dana Okafor' }).click()
  await page.waitForLoadState('load')
  await page.goto(`${site.address}/notes/new`, { waitUntil: 'load' })
  return page
}

test('keeps no note on a device where nobody asked for it', async () => {
  const page = await openNote()
  await page.getByLabel('What did you see or hear?').fill('Door kicked in')
  await page.getByLabel('Where?').fill('Acre Court')
  await page.getByRole('button', { name: 'Save note' }).click()
  await page.getByText('Note saved').waitFor()
  assert.deepEqual(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(all => all.length)), 0)
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await page.getByRole('button', { name: 'Keep drafts on this device' }).waitFor()
  await page.context().close()
})

test('keeps a note from a visit until the server has it, where somebody asked for that', async () => {
  const page = await openNote()
  await page.getByText('Working without a signal').click()
  await page.getByRole('button', { name: 'Keep notes on this device' }).click()
  await page.getByText('A note is kept on this device until it is sent').waitFor()
  assert.deepEqual(await axeViolations(page), [])
  await workerReady(page)
  await page.getByLabel('What did you see or hear?').fill('Door kicked in')
  await page.getByLabel('Where?').fill('Acre Court')

  await site.stop()
  await page.getByRole('button', { name: 'Save note' }).click()
  await page.getByRole('heading', { name: 'You are not connected' }).waitFor()
  await drafts(page).first().waitFor()
  assert.equal(await drafts(page).count(), 1)
  await site.start()
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await drafts(page).first().getByRole('button', { name: 'Send' }).click()
  await page.waitForURL('**/notes/new?draft=*')
  await page.waitForFunction(() => document.querySelector('[name="place"]').value === 'Acre Court')
  await page.getByRole('button', { name: 'Save note' }).click()
  await page.getByText('Note saved').waitFor()
  await page.waitForFunction(() => sessionStorage.getItem('doorstep-sending') === null)
  await page.goto(`${site.address}/drafts`, { waitUntil: 'load' })
  await page.getByText('Drafts you keep on this device show here').waitFor()
  await page.context().close()
})
