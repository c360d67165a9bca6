// A resident reports, from the start page to the reference: without scripts on a small phone, and with scripts on a
// desk with every page checked for accessibility.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeViolations, launch, narrow, openPage, screenshot, sidewaysScroll, wide, widerThanWindow } from './browser.mjs'
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

const choose = label => page => page.getByLabel(label, { exact: true }).check()
const write = (label, words) => page => page.getByLabel(label, { exact: true }).fill(words)

// What is answered on each page; a page that is not here is passed by, or only read.
const answers = {
  danger: [choose('Yes')],
  kind: [choose('Noise')],
  'who-for': [choose('Me or my household')],
  place: [write('Describe the place', 'The stairs by flat 12')],
  when: [write('Time', 'about 11pm'), choose('Most nights')],
  what: [write('What happened?', 'Loud music until 4am, <every> night')],
  people: [choose('No, and that is fine: you can still tell us')],
  effect: [choose('A lot'), choose('I have thought about hurting myself or ending my life')],
  motive: [choose('No')],
  before: [choose('Yes')],
  wish: [write('What would help?', 'Quiet after 11')],
  name: [choose('Yes'), write('Your name', 'Maria Silva')],
  contact: [choose('Text message')],
  telephone: [write('What is your telephone number?', '07700 900 982')],
  'contact-help': [write('Best days and times (optional)', 'Weekdays before 3pm')],
}

const stepOf = page => new URL(page.url()).pathname.replace(/^\/report\//, '')

async function report(page, look) {
  await page.goto(`${site.address}/`, { waitUntil: 'load' })
  await look(page, 'start')
  await page.getByRole('button', { name: 'Start now' }).click()
  for (let n = 0; n < 40; ++n) {
    await page.waitForLoadState('load')
    const step = stepOf(page)
    await look(page, step)
    if (step === 'sent') return
    if (step === 'told') {
      if (await page.getByLabel('The police').count()) {
        await page.getByLabel('The police').check()
        await page.getByRole('button', { name: 'Add', exact: true }).click()
        continue
      }
    }
    for (const answer of answers[step] ?? []) await answer(page)
    const button = page.getByRole('button', { name: /^(Continue|Carry on|Send report)$/ })
    await button.first().click()
  }
  assert.fail(`The report did not come to its end: ${page.url()}`)
}

test('a report goes from start to reference without scripts, 320 pixels wide', async () => {
  const page = await openPage(browser, { viewport: narrow, javaScriptEnabled: false })
  const seen = []
  await report(page, async (shown, step) => {
    seen.push(step)
    assert.equal(await sidewaysScroll(shown), 0, `${step}: ${await widerThanWindow(shown)}`)
    await screenshot(shown, `report-narrow-${step}`)
  })
  assert.match(await page.locator('.govuk-panel').textContent(), /R-\d\d-\d+/)
  for (const step of ['emergency', 'safe', 'told', 'evidence', 'telephone', 'check'])
    assert.ok(seen.includes(step), `${step} was not shown: ${seen}`)
  assert.ok(!seen.includes('email'), 'a way that was not chosen is not asked about')
  assert.deepEqual(page.problems, [])
  await page.context().close()
})

test('every page of a report is accessible, as it comes and with its errors', async () => {
  const page = await openPage(browser, { viewport: wide })
  const checked = new Set()
  await report(page, async (shown, step) => {
    assert.deepEqual(await axeViolations(shown), [], step)
    await screenshot(shown, `report-wide-${step}`)
    const mustAnswer = ['danger', 'kind', 'what', 'name', 'contact', 'telephone']
    if (!mustAnswer.includes(step) || checked.has(step)) return
    checked.add(step)
    await shown.getByRole('button', { name: 'Continue' }).click()
    await shown.waitForLoadState('load')
    assert.match(await shown.title(), /^Error: /, step)
    assert.deepEqual(await axeViolations(shown), [], `${step} with an error`)
    await screenshot(shown, `report-wide-${step}-error`)
  })
  assert.equal(checked.size, 6)
  assert.deepEqual(page.problems, [])
  await page.context().close()
})

test('pages of words are accessible in both languages and do not scroll sideways', async () => {
  const page = await openPage(browser, { viewport: narrow })
  for (const language of ['', '/cy'])
    for (const address of ['/', '/contact', '/accessibility', '/privacy', '/cookies', '/terms', '/help', '/help/evidence', '/help/staying-safe', '/help/victims-code', '/help/case-review', '/help/your-rights', '/help/what-happens-next', '/help/what-we-deal-with']) {
      const answer = await page.goto(`${site.address}${language}${address === '/' && language ? '' : address}`, { waitUntil: 'load' })
      assert.equal(answer.status(), 200, language + address)
      assert.deepEqual(await axeViolations(page), [], language + address)
      assert.equal(await sidewaysScroll(page), 0, `${language}${address}: ${await widerThanWindow(page)}`)
      await screenshot(page, `words${(language + address).replace(/\W+/g, '-')}`)
    }
  assert.deepEqual(page.problems, [])
  await page.context().close()
})
