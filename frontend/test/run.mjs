// Runs the browser tests: scripts/node.sh frontend/test/run.mjs BUILD [FILE...]
// Every *.test.mjs beside this file, or only those named. BUILD is the build folder, such as build/release.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const [build, ...named] = process.argv.slice(2)
if (!build) {
  console.error('usage: run.mjs BUILD [FILE...]')
  process.exit(2)
}
process.env.DOORSTEP_BUILD = path.resolve(build)

const found = fs.readdirSync(here).filter(name => name.endsWith('.test.mjs')).sort()
const files = (named.length > 0 ? named.map(name => path.basename(name)) : found).map(name => path.join(here, name))

/** The files in which something failed. */
function failedOf(files) {
  const failed = new Set()
  const tests = run({ files, concurrency: 1 }).on('test:fail', data => failed.add(data.file ?? data.name))
  return new Promise(resolve => {
    tests.on('end', () => resolve([...failed]))
    tests.compose(spec).pipe(process.stdout, { end: false })
  })
}

const failed = await failedOf(files)
if (failed.length > 0) {
  // A browser on a machine with much else to do is late now and then. What fails twice is broken; what fails once is
  // named, so that it is put right.
  const again = files.filter(file => failed.some(name => path.resolve(name) === file))
  console.log(`\nFAILED ONCE, tried again: ${again.map(file => path.basename(file)).join(', ') || failed.join(', ')}\n`)
  const twice = again.length > 0 && again.length <= 3 ? await failedOf(again) : failed
  if (twice.length > 0) process.exitCode = 1
}
