import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { axeViolations, build, launch, markupProblems, narrow, openPage, screenshot, setTextSpacing, sidewaysScroll, wide, widerThanWindow } from './browser.mjs'
import { serve } from './static_site.mjs'

const kinds = [['en', 'staff'], ['en', 'resident'], ['cy', 'resident']]
const gallery = (language, reader) =>
  execFileSync(path.join(build, 'tests/render_gallery'), [language, reader], { encoding: 'utf8', maxBuffer: 1e7 })

let browser, site
const documents = Object.fromEntries(kinds.map(([language, reader]) => [`/${language}-${reader}`, gallery(language, reader)]))

before(async () => {
  browser = await launch()
  site = await serve(documents)
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

for (const [language, reader] of kinds) {
  const address = `/${language}-${reader}`
  describe(`components as ${reader} pages in ${language}`, () => {
    test('are valid markup', async () => {
      assert.deepEqual(await markupProblems(documents[address], address), [])
    })

    for (const [name, viewport] of [['wide', wide], ['narrow', narrow]]) {
      test(`pass axe, log nothing and do not scroll sideways on a ${name} screen`, async () => {
        const page = await open(address, { viewport })
        await screenshot(page, `gallery-${language}-${reader}-${name}`)
        assert.deepEqual(await axeViolations(page), [])
        assert.equal(await sidewaysScroll(page), 0, (await widerThanWindow(page)).join(', '))
        await setTextSpacing(page)
        assert.equal(await sidewaysScroll(page), 0, `with text spacing: ${(await widerThanWindow(page)).join(', ')}`)
        assert.deepEqual(page.problems, [])
        await page.context().close()
      })
    }
  })
}

test('at 640 pixels, half of a usual window zoomed to 200%, nothing scrolls sideways', async () => {
  const page = await open('/en-staff', { viewport: { width: 640, height: 480 } })
  assert.equal(await sidewaysScroll(page), 0, (await widerThanWindow(page)).join(', '))
  await page.context().close()
})

test('without scripts every part of the page is there and can be reached', async () => {
  const page = await open('/en-staff', { javaScriptEnabled: false, viewport: narrow })
  await screenshot(page, 'gallery-without-scripts')
  assert.equal(await page.locator('.ds-header nav').isVisible(), true, 'the menu')
  assert.equal(await page.locator('#who-name').isVisible(), true, 'a field that opens with a choice')
  assert.equal(await page.locator('#gallery-tab-2').isVisible(), true, 'the second tab')
  assert.equal(await page.locator('.moj-button-menu__item').first().isVisible(), true, 'the buttons of a menu')
  await page.context().close()
})

test('colours people force keep the current section visible', async () => {
  const page = await open('/en-staff', { forcedColors: 'active' })
  await screenshot(page, 'gallery-forced-colours')
  const line = await page.locator('.moj-sub-navigation__link[aria-current]').evaluate(element => getComputedStyle(element).textDecorationLine)
  assert.equal(line, 'underline')
  await page.context().close()
})

test('on paper there are no menus or buttons, and there is who printed it', async () => {
  const page = await open('/en-staff', {})
  await page.emulateMedia({ media: 'print' })
  await screenshot(page, 'gallery-print')
  for (const gone of ['.govuk-service-navigation', '.ds-find', '.ds-account', '.govuk-button', '.moj-sub-navigation'])
    assert.equal(await page.locator(gone).first().isVisible(), false, gone)
  assert.equal(await page.getByText('Printed by Dana Okafor').isVisible(), true)
  await page.context().close()
})

test('folded words are opened for paper, with and without scripts', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open('/en-staff', { javaScriptEnabled })
    const pdf = await page.pdf({ tagged: true })
    assert.match(textOf(pdf), /Press Shift three times/, `scripts ${javaScriptEnabled ? 'on' : 'off'}`)
    await page.context().close()
  }
})

function textOf(pdf) {
  return execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
}

test('the account menu opens, closes with Escape and gives the focus back', async () => {
  const page = await open('/en-staff', {})
  const name = page.locator('.ds-account__name')
  await name.focus()
  await page.keyboard.press('Enter')
  assert.equal(await page.getByRole('button', { name: 'Sign out' }).isVisible(), true)
  assert.deepEqual(await axeViolations(page), [])
  await screenshot(page, 'gallery-account-menu')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  assert.equal(await page.getByRole('button', { name: 'Sign out' }).isVisible(), false)
  assert.equal(await name.evaluate(element => element === document.activeElement), true)
  await page.context().close()
})

test('the date picker opens and passes axe', async () => {
  const page = await open('/en-staff', {})
  await page.getByRole('button', { name: 'Choose date' }).click()
  assert.equal(await page.locator('.moj-datepicker__dialog').isVisible(), true)
  assert.deepEqual(await axeViolations(page), [])
  await page.context().close()
})

test('a short table sorts by its headings', async () => {
  const page = await open('/en-staff', {})
  const table = page.locator('table[data-module="moj-sortable-table"]')
  const first = () => table.locator('tbody tr').first().locator('td').first().textContent()
  assert.equal((await first()).trim(), 'Dana Okafor')
  await table.getByRole('button', { name: 'Longest wait' }).click()
  assert.equal((await first()).trim(), 'Sam Whitfield')
  await page.context().close()
})
