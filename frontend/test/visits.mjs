// Visits of people to the demo, for tests of whole journeys.
import assert from 'node:assert/strict'
import { axeViolations, narrow, openPage, screenshot, sidewaysScroll, wide, widerThanWindow } from './browser.mjs'

export async function signIn(browser, site, name, options) {
  const page = await openPage(browser, options)
  await page.goto(`${site.address}/staff/sign-in`)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.waitForLoadState('load')
  assert.doesNotMatch(page.url(), /sign-in/, `${name} could not sign in`)
  return page
}

/**
 * What is true of every page: no error anywhere, nothing for axe to say at either width, no sideways scroll on a small
 * phone. Pictures are taken at both widths where DOORSTEP_SCREENSHOTS says.
 */
export async function lookAtBothWidths(page, name) {
  await page.waitForLoadState('load')
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport)
    if (name) await screenshot(page, `${name}-${viewport.width}`)
    assert.deepEqual(await axeViolations(page), [], `${page.url()} at ${viewport.width}`)
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${viewport.width}: ${await widerThanWindow(page)}`)
  }
  assert.deepEqual(page.problems, [])
}

export async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState('load')
}

export async function goTo(page, site, path) {
  const answer = await page.goto(`${site.address}${path}`, { waitUntil: 'load' })
  assert.equal(answer.status(), 200, path)
}
