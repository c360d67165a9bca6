import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import zlib from 'node:zlib'
import { bannedScript, bannedStyle, checkBudgets } from '../build.mjs'
import { root } from './browser.mjs'

const dist = path.join(root, 'frontend/dist')

test('building again gives the same bytes', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-build-'))
  try {
    execFileSync(process.execPath, [path.join(root, 'frontend/build.mjs'), '--force', '--output', folder], { stdio: 'pipe' })
    const names = fs.readdirSync(folder).sort()
    assert.deepEqual(names, fs.readdirSync(dist).sort())
    for (const name of names)
      assert.ok(fs.readFileSync(path.join(folder, name)).equals(fs.readFileSync(path.join(dist, name))), `${name} differs`)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})

test('every file has packed twins that unpack to it', () => {
  const names = fs.readdirSync(dist).filter(name => !/\.(gz|br)$|^\.|^manifest\.json$/.test(name))
  assert.ok(names.length > 5)
  for (const name of names) {
    const bytes = fs.readFileSync(path.join(dist, name))
    assert.ok(zlib.gunzipSync(fs.readFileSync(path.join(dist, `${name}.gz`))).equals(bytes), `${name}.gz`)
    assert.ok(zlib.brotliDecompressSync(fs.readFileSync(path.join(dist, `${name}.br`))).equals(bytes), `${name}.br`)
  }
})

test('styles with anything that is GOV.UK\'s own are refused', () => {
  for (const css of ['a{font-family:"GDS Transport"}', '@font-face{}', 'a{background:url(/assets/images/govuk-crest.svg)}', 'a{background:url(/x/govuk-icon-180.png)}', 'a{background:url(crown.svg)}', 'a{background:url(govuk-opengraph-image.png)}'])
    assert.ok(bannedStyle(css), css)
  const app = fs.readdirSync(dist).find(name => /^app-.*\.css$/.test(name))
  assert.equal(bannedStyle(fs.readFileSync(path.join(dist, app), 'utf8')), undefined)
})

test('nothing of GOV.UK\'s own is among the files', () => {
  for (const name of fs.readdirSync(dist)) assert.doesNotMatch(name, /crown|crest|govuk|opengraph|\.woff/i)
})

test('scripts of ours that write markup from text are refused', () => {
  for (const text of ['a.innerHTML = b', 'a.outerHTML = b', 'a.insertAdjacentHTML("x", b)', 'document.write(b)', 'eval(b)'])
    assert.ok(bannedScript(text), text)
  assert.equal(bannedScript('a.textContent = b'), undefined)
})

test('a file over its budget is named', () => {
  const manifest = { 'app.css': '/assets/app-1.css', 'core.js': '/assets/core-1.js', 'shared-1.js': '/assets/chunk-1.js' }
  const within = new Map([['app-1.css', 20 * 1024], ['core-1.js', 6 * 1024], ['chunk-1.js', 7 * 1024]])
  assert.deepEqual(checkBudgets(manifest, within).over, [])
  assert.match(checkBudgets(manifest, new Map([...within, ['app-1.css', 20 * 1024 + 1]])).over.join(), /app\.css/)
  assert.match(checkBudgets(manifest, new Map([...within, ['chunk-1.js', 7 * 1024 + 1]])).over.join(), /core\.js/)
})
