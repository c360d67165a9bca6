// The main job from end to end, as people do it: a resident reports noise; an officer finds the report in triage, opens a
// case, rings, assesses, plans, warns and closes; business support makes a survey call; a manager reads the figures and opens
// the cases behind a number. Everybody's pages are looked at for accessibility, and pictured for the README
// (scripts/screenshots.sh).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeViolations, launch, narrow, openPage, screenshot, sidewaysScroll, wide, widerThanWindow } from './browser.mjs'
import { startDemo } from './demo_site.mjs'
import { press, signIn as visit } from './visits.mjs'

let browser, site, reference
before(async () => {
  browser = await launch()
  site = await startDemo({ cases: Number(process.env.DOORSTEP_DEMO_CASES ?? 1500), homes: 12400 })
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** What is true of every page on the way: no error anywhere, nothing for axe to say, no sideways scroll on a small phone. */
async function look(page, name) {
  await page.waitForLoadState('load')
  if (name) await screenshot(page, name)
  assert.deepEqual(await axeViolations(page), [], page.url())
  const { width } = page.viewportSize()
  await page.setViewportSize(narrow)
  assert.equal(await sidewaysScroll(page), 0, `${page.url()}: ${await widerThanWindow(page)}`)
  await page.setViewportSize(wide)
  assert.equal(width, wide.width)
  assert.deepEqual(page.problems, [])
}

const signIn = name => visit(browser, site, name)
async function fillDate(page) {
  const today = await page.evaluate(() => new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' }))
  const [day, month, year] = today.split('/')
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Month', { exact: true }).fill(month)
  await page.getByLabel('Year', { exact: true }).fill(year)
}
const banner = async page => {
  const shown = page.locator('.govuk-notification-banner')
  if (await shown.count() === 0) assert.fail(`no banner: ${(await page.locator('main').innerText()).slice(0, 600)}`)
  return shown.innerText()
}

test('a resident reports noise', async () => {
  const page = await openPage(browser)
  const check = label => () => page.getByLabel(label, { exact: true }).check()
  const fill = (label, words) => () => page.getByLabel(label, { exact: true }).fill(words)
  const answers = {
    danger: [check('No')],
    kind: [check('Noise')],
    'who-for': [check('Me or my household')],
    place: [fill('Describe the place', 'The flat above mine, Acre Court')],
    when: [fill('Time', 'about 11pm'), check('Most nights')],
    what: [fill('What happened?', 'Loud music until four in the morning. The bass comes through the wall.')],
    people: [check('No, and that is fine: you can still tell us')],
    effect: [check('A lot'), check('My sleep')],
    motive: [check('No')],
    before: [check('No')],
    wish: [fill('What would help?', 'Quiet after eleven')],
    name: [check('Yes'), fill('Your name', 'Maria Silva')],
    contact: [check('Telephone call')],
    voicemail: [check('No')],
    telephone: [fill('What is your telephone number?', '07700 900 982')],
  }
  await page.goto(`${site.address}/`)
  await look(page, '01-start')
  await press(page, 'Start now')
  for (let n = 0; n < 40 && !page.url().endsWith('/report/sent'); ++n) {
    for (const answer of answers[new URL(page.url()).pathname.replace('/report/', '')] ?? []) await answer()
    if (page.url().endsWith('/report/check')) await look(page, '02-check')
    await page.getByRole('button', { name: /^(Continue|Carry on|Send report)$/ }).first().click()
    await page.waitForLoadState('load')
  }
  await look(page, '03-sent')
  assert.match(await page.locator('.govuk-panel').innerText(), /R-\d\d-\d+/)
  reference = (await page.locator('.govuk-panel').innerText()).match(/R-\d\d-\d+/)[0]
  await page.context().close()
})

test('an officer finds it in triage, opens a case, rings, assesses, plans, warns and closes', async () => {
  const page = await signIn('Dana Okafor')
  await look(page, '04-my-work')

  await page.goto(`${site.address}/triage`)
  await look(page, '05-triage')
  await page.getByRole('link', { name: reference }).click()
  await look(page, '06-report')
  await press(page, 'Decide')
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByLabel('Open a new case', { exact: true }).check()
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Noise' })
  await page.getByLabel('Name of the case').fill('Music at night, Acre Court')
  await page.getByLabel('Owner', { exact: true }).selectOption({ label: 'Dana Okafor' })
  await page.getByLabel('Name of the person complained about').fill('Ravi Marsh')
  await page.getByLabel('Why?', { exact: true }).fill('Loud music most nights until four.')
  await page.getByLabel('What the person who reported it is told').fill('We have opened a case. Dana Okafor will ring you.')
  await look(page, '07-decide')
  await press(page, 'Save decision')
  assert.match(await banner(page), /Case ASB-\d\d-\d+ is open\..* First contact by/)
  const file = new URL(page.url()).pathname
  await look(page, '08-case')

  await page.goto(`${site.address}${file}/contacts/new`)
  await page.getByLabel(/Maria Silva/).check()
  await fillDate(page)
  await page.getByLabel('Telephone', { exact: true }).check()
  await page.getByLabel('We spoke, or they replied').check()
  await page.getByLabel('What was said?').fill('Maria is tired and worried. Agreed a plan and a diary.')
  await page.getByLabel('Yes', { exact: true }).check()
  await look(page, '09-contact')
  await press(page, 'Save contact')
  assert.match(await banner(page), /First contact saved/)

  await page.goto(`${site.address}${file}/risk/new`)
  for (const group of await page.locator('fieldset:has(> .govuk-radios)').all()) await group.getByRole('radio').first().check()
  await look(page, '10-risk')
  await press(page, 'Continue')
  await look(page, '11-risk-result')
  await press(page, 'Save assessment')
  assert.match(await banner(page), /saved/i)

  await page.goto(`${site.address}${file}/plan/new`)
  for (const step of (await page.locator('main').getByRole('checkbox').all()).slice(0, 3)) await step.check()
  await press(page, 'Start the plan')
  await look(page, '12-plan')
  await page.goto(`${site.address}${file}/plan/agreement`)
  await look(page)

  await page.goto(`${site.address}${file}/actions/new?step=verbal-warning`)
  await fillDate(page)
  await page.getByLabel('Who was warned?').selectOption({ label: 'Ravi Marsh, person complained about' })
  await page.getByLabel('What did the warning say?').fill('Music off after eleven.')
  await page.getByLabel('What follows if it goes on?').fill('A written warning.')
  await page.getByLabel('Visit', { exact: true }).check()
  await page.getByLabel('Why this step, and why now?').fill('It has gone on for weeks.')
  await page.getByLabel('What was tried or ruled out first?').fill('Advice was given and not followed.')
  await page.getByLabel('What is known of their needs, and how was it weighed?').fill('None known. Asked, and none named.')
  await press(page, 'Save action')
  assert.match(await banner(page), /Verbal warning saved/)
  await look(page, '13-actions')

  await page.goto(`${site.address}${file}/closure`)
  await look(page, '14-cannot-close')
  await page.getByLabel('Resolved', { exact: true }).check()
  await page.getByLabel('Why is it closed as resolved?').selectOption({ label: 'The behaviour has stopped' })
  await page.getByLabel('What was done, and how does it stand now?').fill('No music since the warning.')
  await page.getByLabel('What are the people who reported told?').fill('It has been quiet, so we are closing the case.')
  for (const confirmed of await page.locator('main').getByRole('checkbox').all()) await confirmed.check()
  for (const reason of await page.getByLabel(/^Not so yet:/).all()) await reason.fill('Agreed with Maria today.')
  await press(page, 'Close case')
  assert.match(await banner(page), /Case closed\..* survey call/)
  await look(page, '15-closed')
  await page.context().close()
})

test('business support makes a survey call', async () => {
  const page = await signIn('Bea Thornton')
  await page.goto(`${site.address}/surveys`)
  await look(page, '16-surveys')
  const calls = await page.locator('main table a[href$="/call"]').evaluateAll(links => links.map(link => link.href))
  assert.ok(calls.length > 0, 'no call is due in the demo')
  // Not everybody may be rung: the page of those has no button that begins.
  const begin = page.getByRole('button', { name: /Start|Begin/ })
  for (const call of calls) {
    await page.goto(call)
    if (await begin.count()) break
  }
  await begin.first().click()
  await page.waitForLoadState('load')
  await look(page, '17-call')
  for (let n = 0; n < 20 && !(await page.getByRole('button', { name: 'Save answers' }).count()); ++n) {
    if (await page.getByRole('radio').count()) await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForLoadState('load')
  }
  await look(page, '18-answers')
  await press(page, 'Save answers')
  assert.match(await page.locator('main, .govuk-notification-banner').first().innerText(), /saved|thank/i)
  await page.context().close()
})

test('a manager reads the figures of the quarter and opens the cases behind one', async () => {
  const page = await signIn('Marta Lindqvist')
  await page.goto(`${site.address}/figures`)
  await look(page, '19-figures')
  await page.goto(`${site.address}/figures/closed`)
  await look(page, '20-closed')
  await page.goto(`${site.address}/figures/closed/cases`)
  await look(page, '21-cases-behind')
  await page.locator('main table a[href^="/cases/"]').first().click()
  await look(page)
  await page.goto(`${site.address}/team`)
  await look(page, '22-team')
  await page.context().close()
})
