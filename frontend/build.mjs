// Builds the styles and scripts into dist/: one flat folder of files named by their content, each with a .gz and a .br
// twin, and manifest.json (logical name to address). Same sources, same bytes. Run by `make frontend`.
//   build.mjs [--force] [--output DIR]
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(fileURLToPath(import.meta.url))
const outputOption = process.argv.indexOf('--output')
const dist = outputOption > 0 ? path.resolve(process.argv[outputOption + 1]) : path.join(root, 'dist')
const stamp = path.join(dist, '.inputs')

// Bytes after brotli that each kind of file may have; dist/ as a whole is linked into the program.
const budgets = [
  { what: 'app.css', files: name => name === 'app.css', limit: 20 * 1024 },
  { what: 'core.js with the scripts every page loads', files: name => name === 'core.js' || name.startsWith('shared-'), limit: 13 * 1024 },
  { what: 'the service worker', files: name => name === 'sw.js', limit: 2 * 1024 },
  { what: 'a script loaded where it is used', files: name => /^(date-picker|sortable-table|button-menu|tabs|timeout|drafts|zone-draw)\.js$/.test(name), limit: 7 * 1024, each: true },
]

// Nothing of GOV.UK's own identity may be shipped: it is licensed to GOV.UK only.
const bannedInStyles = [/GDS Transport/i, /@font-face/i, /url\([^)]*(crown|crest|govuk-icon|opengraph)[^)]*\)/i]

function stop(message) {
  console.error(`frontend/build.mjs: ${message}`)
  process.exit(1)
}

function inputs() {
  const found = []
  const add = (folder, wanted) => {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) add(name, wanted)
      else if (wanted(entry.name)) found.push(name)
    }
  }
  for (const folder of ['scss', 'ts', 'assets']) add(folder, () => true)
  found.push('build.mjs', 'package-lock.json', 'tsconfig.json')
  const hash = createHash('sha256')
  for (const name of found.sort()) hash.update(name).update('\0').update(fs.readFileSync(path.join(root, name))).update('\0')
  return hash.digest('hex')
}

function isUpToDate(current) {
  try {
    if (fs.readFileSync(stamp, 'utf8') !== current) return false
    const manifest = JSON.parse(fs.readFileSync(path.join(dist, 'manifest.json'), 'utf8'))
    return Object.values(manifest).every(url => fs.existsSync(path.join(dist, path.basename(url))))
  } catch {
    return false
  }
}

const contentHash = bytes => createHash('sha256').update(bytes).digest('hex').slice(0, 12)

class Output {
  files = new Map() // file name -> bytes
  manifest = {} // logical name -> address

  add(logicalName, bytes, fileName) {
    const { name, ext } = path.parse(logicalName)
    const file = fileName ?? `${name}-${contentHash(bytes)}${ext}`
    this.files.set(file, Buffer.from(bytes))
    this.manifest[logicalName] = `/assets/${file}`
    return this.manifest[logicalName]
  }
}

/** What may not be shipped in a style sheet, or undefined. */
export function bannedStyle(css) {
  return bannedInStyles.map(pattern => css.match(pattern)?.[0]).find(found => found !== undefined)
}

/** What our own scripts may not use, or undefined. */
export function bannedScript(text) {
  return text.match(/\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b/)?.[0]
}

function checkSources() {
  for (const name of fs.readdirSync(path.join(root, 'ts'))) {
    const found = bannedScript(fs.readFileSync(path.join(root, 'ts', name), 'utf8'))
    if (found) stop(`ts/${name} uses ${found}: build elements instead, so that text stays text`)
  }
  try {
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', root], { stdio: 'pipe' })
  } catch (error) {
    stop(`TypeScript says\n${error.stdout}${error.stderr}`)
  }
}

function addImages(output) {
  const images = path.join(root, 'assets')
  for (const name of fs.readdirSync(images).sort()) output.add(name, fs.readFileSync(path.join(images, name)))
}

async function addStyles(output) {
  const sass = await import('sass')
  const warnings = []
  const { css } = sass.compile(path.join(root, 'scss/app.scss'), {
    loadPaths: [root],
    style: 'compressed',
    // The MoJ alert still uses a mixin that govuk-frontend has deprecated; no setting silences it.
    logger: { warn: message => message.includes('govuk-text-colour') || warnings.push(message), debug: () => {} },
  })
  if (warnings.length > 0) stop(`Sass warns\n${warnings.join('\n')}`)
  const banned = bannedStyle(css)
  if (banned) stop(`the styles contain ${banned}, which may not be shipped`)
  const mojImages = path.join(root, 'node_modules/@ministryofjustice/frontend/moj/assets/images')
  const linked = css.replace(/url\((?!data:)"?\/assets\/images\/([\w.-]+)"?\)/g, (_, name) => {
    const url = output.manifest[name] ?? output.add(name, fs.readFileSync(path.join(mojImages, name)))
    return `url(${url})`
  })
  output.add('app.css', linked)
}

// MoJ's modules take one class from govuk-frontend's index, which would bring every component onto every page.
const smallGovuk = {
  name: 'small-govuk',
  setup: build => build.onResolve({ filter: /^govuk-frontend$/ }, () => ({ path: path.join(root, 'node_modules/govuk-frontend/dist/govuk/common/configuration.mjs') })),
}

async function addScripts(output) {
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { core: 'ts/core.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2020'],
    minify: true,
    legalComments: 'linked',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outdir: dist,
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [smallGovuk],
  }).catch(error => stop(`esbuild says\n${error.message}`))

  let shared = 0
  for (const file of result.outputFiles) {
    const fileName = path.basename(file.path)
    if (fileName.endsWith('.LEGAL.txt')) {
      output.files.set(fileName, Buffer.from(file.contents))
      continue
    }
    const meta = result.metafile.outputs[path.relative(root, file.path)]
    const entry = meta.entryPoint && path.parse(meta.entryPoint).name
    output.add(entry ? `${entry}.js` : `shared-${++shared}.js`, file.contents, fileName)
  }
}

/** The service worker stands at an address that never changes, and knows by name what it is to keep. */
async function addServiceWorker(output) {
  const esbuild = await import('esbuild')
  const kept = Object.values(output.manifest).sort()
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['ts/sw.ts'],
    bundle: true,
    format: 'iife',
    target: ['es2020'],
    minify: true,
    write: false,
    outdir: dist,
    define: { builtFiles: JSON.stringify(kept), builtVersion: JSON.stringify(contentHash(kept.join('\n'))) },
    logLevel: 'silent',
  }).catch(error => stop(`esbuild says\n${error.message}`))
  output.add('sw.js', result.outputFiles[0].contents, 'sw.js')
}

function gzip(bytes) {
  const packed = zlib.gzipSync(bytes, { level: 9 })
  packed[9] = 255 // "unknown system", so that every machine writes the same byte
  return packed
}

function brotli(bytes) {
  return zlib.brotliCompressSync(bytes, { params: {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  } })
}

/** What is over its budget, as lines to read; `report` says what each part has. */
export function checkBudgets(manifest, packedSizes) {
  const over = []
  const report = []
  for (const { what, files, limit, each } of budgets) {
    const sizes = Object.entries(manifest).filter(([name]) => files(name)).map(([, url]) => packedSizes.get(path.basename(url)))
    const size = each ? Math.max(0, ...sizes) : sizes.reduce((sum, one) => sum + one, 0)
    report.push(`${what} ${(size / 1024).toFixed(1)} of ${limit / 1024} KB`)
    if (size > limit) over.push(`${what}: ${size} bytes after brotli, ${limit} allowed`)
  }
  return { over, report }
}

function write(output, current) {
  fs.rmSync(dist, { recursive: true, force: true })
  fs.mkdirSync(dist, { recursive: true })
  const sorted = Object.fromEntries(Object.entries(output.manifest).sort(([a], [b]) => (a < b ? -1 : 1)))
  const packedSizes = new Map()
  for (const [name, bytes] of output.files) {
    fs.writeFileSync(path.join(dist, name), bytes)
    const br = brotli(bytes)
    packedSizes.set(name, br.length)
    fs.writeFileSync(path.join(dist, `${name}.gz`), gzip(bytes))
    fs.writeFileSync(path.join(dist, `${name}.br`), br)
  }
  fs.writeFileSync(path.join(dist, 'manifest.json'), JSON.stringify(sorted, null, 1) + '\n')
  const { over, report } = checkBudgets(output.manifest, packedSizes)
  if (over.length > 0) stop(`over budget\n${over.join('\n')}`)
  fs.writeFileSync(stamp, current)
  return report
}

async function main() {
  if (!fs.existsSync(path.join(root, 'node_modules/govuk-frontend')))
    stop('the packages are not installed: run `make frontend` or `npm ci` in frontend/')
  const current = inputs()
  if (isUpToDate(current) && !process.argv.includes('--force')) return
  checkSources()
  const output = new Output()
  addImages(output)
  await addStyles(output)
  await addScripts(output)
  await addServiceWorker(output)
  const report = write(output, current)
  console.log(`Styles and scripts built: ${report.join('; ')}`)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main()
