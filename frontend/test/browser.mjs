// What browser tests share: a browser, pages that may not log an error, the accessibility checks, screenshots.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
/** The build folder named on the command line of run.mjs. */
export const build = path.resolve(process.env.DOORSTEP_BUILD ?? path.join(root, 'build/release'))

export const wide = { width: 1280, height: 900 }
export const narrow = { width: 320, height: 640 }

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

function chromiumPath() {
  const named = process.env.CHROME_BIN
  if (named) return named
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name)
      if (fs.existsSync(file)) return file
    }
  throw new Error('No Chromium found: run `make test`, which installs it, or set CHROME_BIN')
}

/** A browser of our own, with no profile left behind. `close()` it. */
export async function launch(extraArguments = []) {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
      // Chromium refuses its sandbox to root, which is who runs tests in a container.
      ...(os.userInfo().uid === 0 ? ['--no-sandbox'] : []),
      ...extraArguments,
    ],
  })
}

/**
 * A page that remembers what went wrong on it: `page.problems` lists errors on the console, exceptions, and requests
 * that failed or went to another site.
 */
export async function openPage(browser, { viewport = wide, javaScriptEnabled = true, allowedHosts = ['127.0.0.1', 'localhost'], ...options } = {}) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport, javaScriptEnabled, ...options })
  const page = await context.newPage()
  page.problems = []
  page.on('console', message => {
    // What Chromium says of every answer of 400 or more; those that are no page of their own are listed below.
    if (message.text().startsWith('Failed to load resource')) return
    if (message.type() === 'error') page.problems.push(`console: ${message.text()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      page.problems.push(`answer ${response.status()}: ${response.url()}`)
  })
  page.on('pageerror', error => page.problems.push(`exception: ${error.message}`))
  // A page left before it had loaded gives up what it was fetching.
  page.on('requestfailed', request => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') page.problems.push(`request failed: ${request.url()}`)
  })
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && !allowedHosts.includes(hostname)) page.problems.push(`third party: ${request.url()}`)
  })
  return page
}

/**
 * The design system's script says on a radio whether what it opens is open. ARIA gives radios no such state; screen
 * readers say it all the same, and the design system keeps it after testing with people (govuk-frontend issue 979).
 */
const isKnown = ({ id, html }) => id === 'aria-allowed-attr' && /class="govuk-radios__input"[^>]*aria-expanded/.test(html)

/** Violations of WCAG 2.2 AA that axe finds, as lines to read. `region` is not asked: Back links stand outside landmarks. */
export async function axeViolations(page) {
  // evaluate, not a script element, which the content security policy would refuse.
  await page.evaluate(fs.readFileSync(path.join(root, 'frontend/node_modules/axe-core/axe.min.js'), 'utf8'))
  const { violations } = await page.evaluate(tags => globalThis.axe.run({ runOnly: tags }), axeTags)
  return violations
    .flatMap(({ id, help, nodes }) => nodes.map(node => ({ id, help, target: node.target.join(' '), html: node.html })))
    .filter(violation => !isKnown(violation))
    .map(({ id, help, target }) => `${id}: ${help}: ${target}`)
}

/** How many pixels the page is wider than the window: 0 when nothing scrolls sideways. */
export async function sidewaysScroll(page) {
  return page.evaluate(() => Math.max(0, document.scrollingElement.scrollWidth - window.innerWidth))
}

/** Widest elements, to find what makes a page scroll. */
export async function widerThanWindow(page) {
  return page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
    .slice(0, 10)
    .map(element => `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className}`))
}

/** Text spacing people may set (WCAG 2.2, 1.4.12); nothing may be cut or scroll because of it. */
export async function setTextSpacing(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
}

/**
 * Saves a picture of the page where DOORSTEP_SCREENSHOTS says, and nothing where it does not: all of it, or its first
 * DOORSTEP_SCREENSHOT_HEIGHT pixels.
 */
export async function screenshot(page, name) {
  const folder = process.env.DOORSTEP_SCREENSHOTS
  if (!folder) return
  fs.mkdirSync(folder, { recursive: true })
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = Math.min(whole, Number(process.env.DOORSTEP_SCREENSHOT_HEIGHT ?? whole))
  await page.screenshot({
    path: path.join(folder, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width: page.viewportSize().width, height },
  })
}

/** What html-validate and the Nu checker say about a document, as lines to read. */
export async function markupProblems(html, name = 'page') {
  return [...await htmlValidateProblems(html), ...nuProblems(html, name)]
}

async function htmlValidateProblems(html) {
  const { HtmlValidate } = await import('html-validate')
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Roles and elements the design systems chose after testing with people.
      'prefer-native-element': 'off',
      'no-redundant-role': 'off',
      'long-title': 'off',
      // Radios, checkboxes and buttons share names.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
      // How markup is laid out is of no interest to a browser.
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'error',
      'doctype-style': 'off',
      'void-style': 'off',
      'attr-quotes': 'off',
      'tel-non-breaking': 'off',
    },
  })
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) => messages.map(message => `html-validate: ${message.ruleId}: ${message.message} (${message.selector ?? `line ${message.line}, column ${message.column}`})`))
}

function nuProblems(html, name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-nu-'))
  const file = path.join(folder, `${name.replace(/\W+/g, '-')}.html`)
  fs.writeFileSync(file, html)
  try {
    execFileSync('java', ['-jar', path.join(root, 'frontend/node_modules/vnu-jar/build/dist/vnu.jar'), '--errors-only', '--format', 'json', file], { stdio: ['ignore', 'ignore', 'pipe'] })
    return []
  } catch (error) {
    const { messages } = JSON.parse(error.stderr.toString())
    return messages.map(message => `nu: ${message.message} (line ${message.lastLine}: ${message.extract})`)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
