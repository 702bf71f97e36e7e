import type { Session } from 'electron'
import { PAGE_SCHEME, PAGE_URL } from '../app-page.ts'
import { confineSession } from '../confinement.ts'

/** A page that holds one picture and no script. */
export interface PicturePage {
  readonly session: Session
  /** The picture that the page shows when it is loaded next. */
  put(svg: string): void
}

/** SECURITY: no script, no text, no connection; the picture and its place are all there is. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const

const STYLE = 'html,body{margin:0;height:100%;overflow:hidden;background:#fff}img{display:block;width:100%;height:100%}'

/**
 * The page's own session: in memory, without a cache.
 *
 * Under the address of the app's page it serves another one, so that nothing of the app's files can be reached from here. The picture has
 * no text for those who cannot see it: what is read aloud is heard by everybody who is in the call.
 */
export function createPicturePage(fromPartition: (partition: string, options: { cache: boolean }) => Session, name: string): PicturePage {
  const session = fromPartition(`hand-over-${name}`, { cache: false })
  let picture = ''
  confineSession(session, { isPackaged: true })
  session.protocol.handle(PAGE_SCHEME, ({ url }) => {
    if (url === PAGE_URL) return served('text/html; charset=utf-8', PAGE)
    const path = URL.parse(url)?.pathname
    if (path === '/page.css') return served('text/css; charset=utf-8', STYLE)
    return path === '/picture.svg' ? served('image/svg+xml', picture) : new Response(null, { status: 404, headers: HEADERS })
  })
  return {
    session,
    put: (svg) => {
      picture = svg
    },
  }
}

const PAGE =
  '<!doctype html><meta charset="utf-8"><title></title><link rel="stylesheet" href="page.css"><img src="picture.svg" alt="" aria-hidden="true" draggable="false">'

function served(type: string, content: string): Response {
  return new Response(content, { headers: { ...HEADERS, 'content-type': type } })
}
