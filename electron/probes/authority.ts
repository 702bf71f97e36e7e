import { isIP } from 'node:net'

/** The host as it stands in a URL or a `Host` header, with the port where it is not the usual one. */
export function authorityOf(host: string, port: number, usualPort: number): string {
  const name = isIP(host) === 6 ? `[${host}]` : host
  return port === usualPort ? name : `${name}:${port}`
}
