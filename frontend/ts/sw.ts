// The service worker: keeps the styles and scripts, and the page that says there is no connection. Never a page that
// says something about anybody: every page but that one comes from the server or not at all.
declare const builtFiles: string[] // by frontend/build.mjs
declare const builtVersion: string

interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Lifetime {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  addEventListener(kind: 'install' | 'activate', work: (event: Lifetime) => void): void
  addEventListener(kind: 'fetch', work: (event: Asked) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly location: Location
}
const scope = globalThis as unknown as WorkerScope

const cacheName = `doorstep-${builtVersion}`
const offlinePages = ['/offline', '/cy/offline']

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(builtFiles)
  for (const page of offlinePages) {
    // Without cookies: whoever is signed in, the page that is kept names nobody.
    const answer = await fetch(new Request(page, { credentials: 'omit', cache: 'no-store' }))
    if (answer.ok) await cache.put(page, answer)
  }
}

async function forgetOldBuilds(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith('doorstep-') && name !== cacheName).map(name => caches.delete(name)))
}

async function offlinePage(address: URL): Promise<Response> {
  const cache = await caches.open(cacheName)
  const page = address.pathname.startsWith('/cy/') ? '/cy/offline' : '/offline'
  return (await cache.match(page)) ?? Response.error()
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(request)) ?? fetch(request)
}

scope.addEventListener('install', event => {
  event.waitUntil(keep().then(() => scope.skipWaiting()))
})
scope.addEventListener('activate', event => {
  event.waitUntil(forgetOldBuilds().then(() => scope.clients.claim()))
})
scope.addEventListener('fetch', event => {
  const address = new URL(event.request.url)
  if (address.origin !== scope.location.origin) return
  // The way out is never held up, and what it deletes includes this worker.
  if (/^(\/cy)?\/exit$/.test(address.pathname)) return
  if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(() => offlinePage(address)))
  else if (address.pathname.startsWith('/assets/')) event.respondWith(file(event.request))
})

export {}
