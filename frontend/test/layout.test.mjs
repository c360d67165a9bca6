import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { axeViolations, build, launch, openPage, screenshot } from './browser.mjs'
import { serve } from './static_site.mjs'

const gallery = (language, reader) =>
  execFileSync(path.join(build, 'tests/render_gallery'), [language, reader], { encoding: 'utf8', maxBuffer: 1e7 })

/** The same page with a session that ends in seconds instead of half an hour. */
const endingIn = seconds =>
  gallery('en', 'staff').replace('data-timeout-idle="1800" data-timeout-warn="300"', `data-timeout-idle="${seconds}" data-timeout-warn="${seconds - 1}"`)

let browser, site, sessionAnswers
const asked = []
before(async () => {
  browser = await launch()
  site = await serve({
    '/resident': gallery('en', 'resident'),
    '/welsh': gallery('cy', 'resident'),
    '/soon': endingIn(20),
    '/very-soon': endingIn(3),
    '/exit': () => ({ status: 302, headers: { Location: '/neutral' } }),
    '/neutral': '<!DOCTYPE html><html lang="en"><title>Weather</title><p>Weather</p></html>',
    '/signed-out': '<!DOCTYPE html><html lang="en"><title>Signed out</title><p>Signed out</p></html>',
    '/session': request => {
      asked.push(request.method)
      return { status: sessionAnswers }
    },
  })
})
after(async () => {
  await browser?.close()
  await site?.close()
})

async function open(address, options) {
  const page = await openPage(browser, options)
  await page.goto(site.address + address, { waitUntil: 'load' })
  return page
}

test('three presses of Shift leave a resident page, and so does the button', async () => {
  const page = await open('/resident')
  for (let i = 0; i < 3; ++i) await page.keyboard.press('Shift')
  await page.waitForURL('**/neutral')
  await page.context().close()

  const other = await open('/resident')
  await other.locator('.govuk-exit-this-page__button').click()
  await other.waitForURL('**/neutral')
  await other.context().close()
})

test('the button to leave works without scripts, and it is the second link of the page', async () => {
  const page = await open('/resident', { javaScriptEnabled: false })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/neutral')
  await page.context().close()
})

test('the skip link takes the keyboard to main', async () => {
  const page = await open('/resident')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main-content')
  await page.context().close()
})

test('the words for people who listen to the way out are Welsh on a Welsh page', async () => {
  const page = await open('/welsh')
  await page.keyboard.press('Shift')
  assert.match(await page.locator('.govuk-exit-this-page [role="status"]').textContent(), /pwyswch 2 waith arall/)
  await page.context().close()
})

test('before the session ends people are warned, and one button keeps it', async () => {
  sessionAnswers = 204
  asked.length = 0
  const page = await open('/soon')
  const dialog = page.getByRole('dialog', { name: 'You will be signed out soon' })
  await dialog.waitFor({ timeout: 20000 })
  await screenshot(page, 'session-warning')
  assert.deepEqual(await axeViolations(page), [])
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await dialog.waitFor({ state: 'hidden' })
  assert.deepEqual(asked, ['POST'])
  assert.deepEqual(page.problems, [])
  await page.context().close()
})

test('when the session has ended the page goes away', async () => {
  const page = await open('/very-soon')
  await page.waitForURL('**/signed-out', { timeout: 10000 })
  await page.context().close()
})

test('when the session has ended what was typed is sent to be kept', async () => {
  const page = await open('/very-soon')
  const kept = page.waitForRequest(request => request.method() === 'POST' && (request.postData() ?? '').includes('keep-only=yes'), { timeout: 10000 })
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/kept'
    const words = document.createElement('textarea')
    words.name = 'words'
    form.append(words)
    document.querySelector('main').append(form)
  })
  await page.locator('textarea[name="words"]').fill('It was loud')
  const request = await kept
  assert.match(request.postData(), /words=It\+was\+loud/)
  await page.context().close()
})

test('a form sent twice in a row is sent once', async () => {
  const page = await open('/soon')
  const sent = await page.evaluate(() => {
    const form = document.createElement('form')
    form.method = 'post'
    document.body.append(form)
    let stopped = 0
    window.addEventListener('submit', event => {
      if (event.defaultPrevented) stopped += 1
      event.preventDefault()
    })
    form.requestSubmit()
    form.requestSubmit()
    return 2 - stopped
  })
  assert.equal(sent, 1)
  await page.context().close()
})
