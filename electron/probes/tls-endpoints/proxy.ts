/** A proxy that the environment of this server names. */
export interface WebProxy {
  readonly host: string
  readonly port: number
  /** for the proxy alone; SECURITY: holds a password, so it goes into no fact and no note */
  readonly authorization: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

const HTTP_PORT = 80

/**
 * The proxy for https connections to a host: `HTTPS_PROXY`, unless `NO_PROXY` excepts the host.
 *
 * Null: none is named, the host is excepted, or the proxy is one that is spoken to otherwise than by HTTP.
 */
export function proxyFor(host: string, environment: Environment): WebProxy | null {
  const given = variable(environment, 'https_proxy').trim()
  if (given === '' || isExcepted(host, variable(environment, 'no_proxy'))) return null
  const url = URL.parse(given.includes('://') ? given : `http://${given}`)
  if (url === null || url.protocol !== 'http:' || url.hostname === '') return null
  const port = url.port === '' ? HTTP_PORT : Number(url.port)
  return { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port, authorization: authorizationOf(url) }
}

/** Names of variables count without case. */
function variable(environment: Environment, name: string): string {
  const key = Object.keys(environment).find((candidate) => candidate.toLowerCase() === name)
  return (key === undefined ? undefined : environment[key]) ?? ''
}

/** `*`, `example.org`, `.example.org`, `*.example.org`; a port behind a name does not count. */
function isExcepted(host: string, exceptions: string): boolean {
  return exceptions
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const name = entry.replace(/^\*?\./, '').replace(/^([^:]*):\d+$/, '$1')
      return entry === '*' || host.toLowerCase() === name || host.toLowerCase().endsWith(`.${name}`)
    })
}

function authorizationOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
