// Every link that a page offers to somebody leads to a page that they may see: the site is walked as each role, from its
// start, through every link, one of each kind (/cases/ASB-26-00001 and /cases/ASB-26-00002 are of one kind).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, openPage } from './browser.mjs'
import { startDemo } from './demo_site.mjs'

const people = ['Dana Okafor', 'Huw Pritchard', 'Marta Lindqvist', 'Samir Rahman', 'Bea Thornton', 'Priya Nair', 'George Ashworth', 'Tamsin Boyle', 'Ade Coker']
const perKind = 2

let browser, site
before(async () => {
  browser = await launch()
  site = await startDemo({ cases: 200, homes: 2000 })
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** The address with its ids and words taken out. */
const kindOf = address => address
  .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}')
  .replace(/[A-Z]+-\d\d-\d+/g, '{reference}')
  .replace(/\/(\d{4}-\d\d-Q\d|\d+)(?=[/?]|$)/g, '/{n}')
  .replace(/=[^&]*/g, '=')

const linksOf = html => [...html.matchAll(/<a [^>]*href="([^"#]+)/g)]
  .map(([, href]) => href.replaceAll('&amp;', '&'))
  .filter(href => href.startsWith('/') && !href.startsWith('/assets/') && !href.startsWith('/exit'))

async function walk(page, start) {
  const seen = new Map()
  const broken = []
  const waiting = start.map(address => [address, 'start'])
  let read = 0
  while (waiting.length > 0 && read < 400) {
    const [address, from] = waiting.shift()
    const kind = kindOf(address)
    const times = seen.get(kind) ?? 0
    if (times >= perKind || seen.has(address)) continue
    seen.set(kind, times + 1)
    seen.set(address, perKind)
    read += 1
    const answer = await page.request.get(site.address + address, { maxRedirects: 3 })
    // A report that a colleague looks at is a page of its own: who looks, and how to take it over.
    const isHeld = answer.status() === 409 && address.endsWith('/decision')
    if (answer.status() >= 400 && !isHeld) {
      broken.push(`${answer.status()} ${address} (linked from ${from})`)
      continue
    }
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue
    for (const href of linksOf(await answer.text())) waiting.push([href, address])
  }
  return { broken, read }
}

test('every link of the public pages leads somewhere', async () => {
  const page = await openPage(browser)
  const { broken, read } = await walk(page, ['/', '/staff/sign-in'])
  assert.ok(read > 10, `only ${read} pages`)
  assert.deepEqual(broken, [])
  await page.context().close()
})

for (const name of people) {
  test(`every link that ${name} is offered leads somewhere`, async () => {
    const page = await openPage(browser)
    await page.goto(`${site.address}/staff/sign-in`)
    await page.getByRole('button', { name: `Sign in as ${name}` }).click()
    await page.waitForLoadState('load')
    const { broken } = await walk(page, [new URL(page.url()).pathname])
    assert.deepEqual(broken, [])
    await page.context().close()
  })
}
