// usage: node zz_shots.mjs BASE OUT EMAIL path...
import { launch, openPage, screenshot, wide, narrow, sidewaysScroll, axeViolations } from './browser.mjs'
const [base, out, email, ...paths] = process.argv.slice(2)
process.env.DOORSTEP_SCREENSHOTS = out
const browser = await launch()
for (const [name, viewport] of [['w', wide], ['n', narrow]]) {
  const page = await openPage(browser, { viewport })
  if (email !== '-') {
    await page.goto(base + '/staff/sign-in')
    await page.getByLabel(/E-?mail/i).first().fill(email)
    await page.getByLabel(/Password/i).first().fill('doorstep demo')
    await page.getByRole('button', { name: 'Sign in' }).first().click()
    await page.waitForLoadState('load')
  }
  for (const path of paths) {
    const answer = await page.goto(base + path, { waitUntil: 'load' })
    const file = path.replace(/[^a-z0-9]+/gi, '_').slice(0, 60) || 'home'
    await screenshot(page, `${name}${file}`)
    const scroll = await sidewaysScroll(page)
    const axe = name === 'w' ? await axeViolations(page) : []
    console.log(name, answer.status(), path, scroll ? `SCROLL ${scroll}` : '', axe.join('; '), page.problems.splice(0).join('; '))
  }
  await page.context().close()
}
await browser.close()
