// Pages off the main job: letters, leave to see a case, restricted cases and conflicts of interest, and the settings.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './browser.mjs'
import { startDemo } from './demo_site.mjs'
import { goTo, lookAtBothWidths as look, press, signIn } from './visits.mjs'

let browser, site
before(async () => {
  browser = await launch()
  site = await startDemo({ cases: 120, homes: 1200 })
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** The address of the first case on somebody's list, narrowed down. */
async function caseOf(page, query) {
  await goTo(page, site, `/cases?${query}`)
  return page.locator('main table a[href^="/cases/ASB"]').first().getAttribute('href')
}

test('letters are written, checked and sent', async () => {
  const page = await signIn(browser, site, 'Dana Okafor')
  const file = await caseOf(page, 'owner=me')
  await goTo(page, site, `${file}/letters`)
  await look(page, 'letters')
  await goTo(page, site, `${file}/letters/new`)
  await look(page, 'letters-new')
  await press(page, 'Continue')
  await look(page, 'letters-new-problems')
  await page.getByRole('group', { name: 'Who do you want to write to?' }).getByRole('radio').first().check()
  await page.getByRole('group', { name: 'Which letter?' }).getByRole('radio').first().check()
  for (const way of ['Letter', 'E-mail']) {
    await page.getByRole('radio', { name: way, exact: true }).check()
    await press(page, 'Continue')
    if (page.url().endsWith('/letters/new') === false) break
  }
  assert.match(page.url(), /\/letters\/[0-9a-f-]{36}$/, await page.locator('main').innerText())
  await look(page, 'letters-draft')
  await press(page, 'Save and check')
  await look(page, 'letters-check')
  const reason = page.getByLabel('Why may it go like this?')
  if (await reason.count()) await reason.fill('It is the name of a street')
  await page.getByRole('button', { name: /^(Put it with the post|Send e-mail)$/ }).click()
  await page.waitForLoadState('load')
  assert.match(await page.locator('.govuk-notification-banner').innerText(), /with the post|on its way/)
  await look(page, 'letters-sent')
  await goTo(page, site, `${file}/letters`)
  await look(page, 'letters-list')
  await page.context().close()
})

test('a case is restricted, leave to see it is asked for, given and read', async () => {
  const manager = await signIn(browser, site, 'Marta Lindqvist')
  await goTo(manager, site, '/cases')
  const owners = await manager.getByLabel('Owner').locator('option').allInnerTexts()
  assert.ok(owners.some(name => name.includes('Dana Okafor')), owners.join())
  await manager.getByLabel('Owner').selectOption({ label: owners.find(name => name.includes('Dana Okafor')) })
  await press(manager, 'Apply filters')
  const file = await manager.locator('main table a[href^="/cases/ASB"]').first().getAttribute('href')
  await goTo(manager, site, `${file}/restriction`)
  await look(manager, 'restriction-new')
  await manager.getByLabel(/^Why/).fill('A colleague lives next door')
  await press(manager, 'Restrict case')
  await look(manager, 'restriction')
  await goTo(manager, site, `${file}/restriction/lifting`)
  await look(manager, 'restriction-lifting')
  await goTo(manager, site, `${file}/conflict`)
  await look(manager, 'conflict')

  const colleague = await signIn(browser, site, 'Samir Rahman')
  await goTo(colleague, site, `/access-requests/new?reference=${file.split('/').pop()}`)
  await look(colleague, 'access-request-new')
  await press(colleague, 'Ask for access')
  await look(colleague, 'access-request-problems')
  await colleague.getByLabel('Why do you need to see it?').fill('I visit the block this week')
  await press(colleague, 'Ask for access')

  const owner = await signIn(browser, site, 'Dana Okafor')
  await goTo(owner, site, '/work')
  await owner.locator('main a[href^="/access-requests/"]').first().click()
  await look(owner, 'access-request')
  await owner.getByLabel('Yes, for some days').check()
  await owner.getByLabel('For how many days?').fill('3')
  await press(owner, 'Answer')
  await goTo(colleague, site, '/work')
  await colleague.locator('main a[href^="/access-requests/"]').first().click()
  await look(colleague, 'access-request-answered')
  for (const page of [manager, colleague, owner]) await page.context().close()
})

test('settings that few people open', async () => {
  const page = await signIn(browser, site, 'Ade Coker')
  await goTo(page, site, '/admin/teams')
  await look(page, 'admin-teams')
  await goTo(page, site, '/admin/webhooks')
  await look(page, 'admin-webhooks')
  await goTo(page, site, '/admin/webhooks/new')
  await look(page, 'admin-webhooks-new')
  await goTo(page, site, '/admin/accounts')
  const account = await page.locator('main table a[href^="/admin/accounts/"]').first().getAttribute('href')
  for (const below of ['', '/edit', '/leave/new', '/places', '/qualifications/new', '/sign-in-reset', '/disablement']) {
    await goTo(page, site, account + below)
    await look(page, `admin-account${below.replaceAll('/', '-')}`)
  }
  await page.context().close()
})

test('places that are easily passed over', async () => {
  const manager = await signIn(browser, site, 'Marta Lindqvist')
  for (const path of ['/triage', '/figures', '/figures/first-contact', '/team/absences', '/team/absences/new', '/approvals', '/search']) {
    await goTo(manager, site, path)
    await look(manager, path.slice(1).replaceAll('/', '-'))
  }
  await manager.context().close()
})
