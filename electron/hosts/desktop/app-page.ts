import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Protocol } from 'electron'

/** A scheme of our own: unlike file:// it has an origin, and nothing but the app's own files can be reached by it. */
export const PAGE_SCHEME = 'app'
export const PAGE_ORIGIN = 'app://erp-checkup'
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`

/**
 * What the page may load and run.
 *
 * SECURITY: scripts and fonts from the app alone, no inline script, no connection to anywhere; the hash is that of the empty style
 * element that the widgets fill through the object model.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "style-src-attr 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
}

/** Must be called before Electron is ready. */
export function registerPageScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the files of one folder, and nothing else, under the page's origin. */
export function servePage(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle(PAGE_SCHEME, (request) => answer(folder, request))
}

async function answer(folder: string, request: { readonly method: string; readonly url: string }): Promise<Response> {
  const path = pathOf(request.url)
  const type = path === null ? undefined : TYPES[extname(path)]
  if (request.method !== 'GET' || path === null || type === undefined) return refusal()
  const file = join(folder, path)
  // SECURITY: the path was decoded once and holds no `..`; this is the second lock.
  if (!file.startsWith(folder + sep)) return refusal()
  try {
    return new Response(await readFile(file), { headers: { ...HEADERS, 'content-type': type } })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refusal()
    throw error
  }
}

const HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const

function refusal(): Response {
  return new Response(null, { status: 404, headers: HEADERS })
}

/** The path of a URL of ours as names of folders and a file; null: none of ours, or one that could lead elsewhere. */
function pathOf(address: string): string | null {
  const url = URL.parse(address)
  if (url === null || !isPageUrl(address)) return null
  const names = url.pathname.slice(1).split('/')
  return names.every((name) => /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name)) ? join(...names) : null
}

/** Whether an address lies under the page's own origin. */
export function isPageUrl(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${PAGE_SCHEME}:` && url.host === 'erp-checkup' && url.username === '' && url.password === ''
}
