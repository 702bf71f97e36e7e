import type { IncomingMessage } from 'node:http'

/**
 * Whether a request may have come from our own page, or from a person who opened its address.
 *
 * SECURITY: `Host` has to be exactly ours, so a name that somebody points at this machine (DNS rebinding) leads nowhere. `Origin` has to be
 * ours where a browser sends one, and has to be there for everything but reading. Browsers that say from where a request comes are taken at
 * their word: another site may lead a person here, but may not load anything from here.
 */
export function isWelcome(request: IncomingMessage, host: string, origin: 'optional' | 'required'): boolean {
  const hosts = request.headersDistinct.host ?? []
  if (hosts.length !== 1 || hosts[0] !== host) return false
  const origins = request.headersDistinct.origin ?? []
  if (origins.length === 0 && origin === 'required') return false
  if (origins.some((given) => given !== `http://${host}`)) return false
  return isFromHere(request) || (origin === 'optional' && isNavigation(request))
}

/** `none` is a person's own doing: a typed address, a bookmark. Programs that are no browser send nothing. */
function isFromHere(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** A page of its own, as opposed to one inside a frame. */
export function isNavigation(request: IncomingMessage): boolean {
  return request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document'
}
