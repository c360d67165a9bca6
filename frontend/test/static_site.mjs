// A small web server for files we made ourselves: documents by path, built styles and scripts below /assets, and the
// headers that the program sends, so that the content security policy is tested too.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { root } from './browser.mjs'

export const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; style-src 'self'; " +
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; " +
    "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }

/** Serves `documents` (path to HTML, or to a function of the request that gives { status, headers, body }). */
export async function serve(documents) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1')
    const send = (status, headers, body) => response.writeHead(status, { ...securityHeaders, ...headers }).end(body)
    const document = documents[pathname]
    if (typeof document === 'function') {
      const { status = 200, headers = {}, body = '' } = document(request)
      return send(status, headers, body)
    }
    if (document !== undefined) return send(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }, document)
    const file = path.join(root, 'frontend/dist', path.basename(pathname))
    if (pathname.startsWith('/assets/') && fs.existsSync(file))
      return send(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' }, fs.readFileSync(file))
    return send(404, {}, '')
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => new Promise(resolve => server.close(resolve)) }
}
