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
run({ files, concurrency: 1 })
  .on('test:fail', () => { process.exitCode = 1 })
  .compose(spec)
  .pipe(process.stdout)
