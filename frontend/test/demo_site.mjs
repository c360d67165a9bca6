// The program itself with a small demo in a folder of its own, for tests of whole journeys.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { build } from './browser.mjs'

async function freePort() {
  const probe = net.createServer()
  await new Promise(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return port
}

/** Makes the demo with `cases` cases and serves it. `close()` stops the server and removes the folder. */
export async function startDemo({ cases = 20, homes = 200 } = {}) {
  const program = path.join(build, 'doorstep')
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-demo-'))
  execFileSync(program, ['demo', '--data', data, '--cases', String(cases), '--homes', String(homes)], { stdio: 'pipe' })
  const address = `http://127.0.0.1:${await freePort()}`
  let stop
  const start = async () => {
    const server = spawn(program, ['serve', '--data', data, '--listen', address.slice('http://'.length)], { stdio: 'pipe' })
    let said = ''
    for (const stream of [server.stdout, server.stderr]) stream.on('data', words => { said += words })
    const ended = new Promise(resolve => server.on('exit', resolve))
    stop = async () => {
      server.kill('SIGTERM')
      await ended
    }
    for (let tries = 0; ; ++tries) {
      if (server.exitCode !== null || tries > 200) throw new Error(`The server did not start: ${said}`)
      const answers = await fetch(`${address}/health`).then(answer => answer.ok, () => false)
      if (answers) break
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  await start()
  return {
    address,
    /** What a command of the program prints, about this site. */
    run: (...words) => execFileSync(program, ['--data', data, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    /** As when there is no connection: the address answers nothing. */
    stop: () => stop(),
    /** The same site at the same address again. */
    start,
    async close() {
      await stop()
      fs.rmSync(data, { recursive: true })
    },
  }
}
