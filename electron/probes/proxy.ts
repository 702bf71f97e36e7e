import { compileGlob } from '#shared/catalogue/glob.ts'
import type { MachineProxy } from '../win32/proxy-settings.ts'
import { describeFailure } from '../win32/result.ts'
import type { Windows } from '../win32/windows.ts'

export interface Target {
  /** name or address, without brackets */
  readonly host: string
  readonly port: number
}

/** A proxy that is set on this server. */
export interface WebProxy extends Target {
  /** for the proxy alone; SECURITY: holds a password, so it goes into no fact and no note */
  readonly authorization: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

/** Of a proxy that is named without its port, and of plain HTTP, for which WinHTTP may have a proxy of its own. */
const HTTP_PORT = 80

/** `[http://][user[:password]@]host[:port][/]`; what kind of proxy another scheme means is not known here. */
const SERVER = /^(?:http:\/\/)?(?:([^/]*)@)?([^@/\\?#\s]+)\/?$/i

/** What URL leaves of a host that makes sense: it would take `socks=proxy` for a name. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w.-]+)$/

/**
 * The proxy for a target: the one of the variable HTTPS_PROXY, where it is set, otherwise that of the machine.
 *
 * Each has its own exceptions; the machine is asked only where no variable is set. Null: the target is reached directly, or the setting is
 * not understood.
 */
export function proxyFor(target: Target, machineProxy: () => MachineProxy | null, environment: Environment): WebProxy | null {
  const host = target.host.toLowerCase()
  const named = variable(environment, 'https_proxy')
  if (named !== '') return isExcepted(host, variable(environment, 'no_proxy'), true) ? null : parseServer(named)
  const { servers = null, bypass = null } = machineProxy() ?? {}
  if (servers === null || isExcepted(host, bypass ?? '', false)) return null
  return parseServer(serverFor(target.port === HTTP_PORT ? 'http' : 'https', servers))
}

/** Reads the setting of WinHTTP when it is first wanted, and once; where it cannot be read, a note says so and null stands for it. */
export function machineProxyOf({ proxySettings }: Pick<Windows, 'proxySettings'>, note: (text: string) => void): () => MachineProxy | null {
  let known: MachineProxy | null | undefined
  return () => {
    if (known !== undefined) return known
    const proxy = proxySettings.machineProxy()
    known = proxy.ok ? proxy.value : null
    if (!proxy.ok) note(`the proxy of this machine is not known: ${describeFailure(proxy.failure)}`)
    return known
  }
}

/** Names of variables count without case; one that is empty says nothing. */
function variable(environment: Environment, name: string): string {
  const found = Object.entries(environment).find(([key, value]) => key.toLowerCase() === name && value !== undefined && value.trim() !== '')
  return found?.[1]?.trim() ?? ''
}

/** `proxy:8080` is for all, `https=proxy:8080` for its protocol; empty: none is for this one. */
function serverFor(protocol: 'http' | 'https', servers: string): string {
  const entries = servers.split(/[;\s]+/).filter((entry) => entry !== '')
  const own = entries.find((entry) => entry.toLowerCase().startsWith(`${protocol}=`))
  return own?.slice(protocol.length + 1) ?? entries.find((entry) => !entry.includes('=')) ?? ''
}

function parseServer(text: string): WebProxy | null {
  const [, credentials = '', address = ''] = SERVER.exec(text) ?? []
  const url = URL.parse(`http://${address}`)
  if (url === null || !HOST.test(url.hostname)) return null
  const port = url.port === '' ? HTTP_PORT : Number(url.port)
  return port === 0 ? null : { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port, authorization: authorizationOf(credentials) }
}

function authorizationOf(credentials: string): string | null {
  const [user = '', ...password] = credentials.split(':')
  if (user === '' && password.join('') === '') return null
  return `Basic ${Buffer.from(`${decoded(user)}:${decoded(password.join(':'))}`).toString('base64')}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Names and patterns: `*`, `10.*`, `*.example.org`, `.example.org`, `[::1]`, `<local>` for names without a dot.
 *
 * A port behind one does not count. `coversBelow`: `example.org` and `*.example.org` both stand for the name and all that lies below it, as
 * NO_PROXY has it; to WinHTTP each is no more than it says.
 */
function isExcepted(host: string, exceptions: string, coversBelow: boolean): boolean {
  const entries = exceptions.toLowerCase().split(/[\s,;]+/)
  return entries.some((entry) => {
    if (entry === '<local>') return !/[.:]/.test(host)
    const name = entry.replace(/^(\[.*\]|[^:]*):\d+$/, '$1').replace(/^\[(.*)\]$/, '$1')
    const domain = coversBelow ? name.replace(/^\*?\./, '') : name.replace(/^\./, '')
    const isBelow = (coversBelow || domain !== name) && domain !== '' && host.endsWith(`.${domain}`)
    return isBelow || (domain !== '' && compileGlob(domain).matchesLowerCase(host))
  })
}
