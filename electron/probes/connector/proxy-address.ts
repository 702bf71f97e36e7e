import { compileGlob } from '#shared/catalogue/glob.ts'
import type { MachineProxy } from '../../win32/proxy-settings.ts'

export interface ProxyAddress {
  readonly host: string
  readonly port: number
}

/** A host that is to be reached, and the port. */
export type Target = ProxyAddress

/** Where a proxy is named without its port. */
const DEFAULT_PORT = 80

/** The port of plain HTTP, for which a proxy of its own may be set. */
const HTTP_PORT = 80

/** `[http=][http://][user:password@]host[:port][/]`; what kind of proxy another scheme means is not known here. */
const SERVER = /^(?:http:\/\/)?(?:[^@/]*@)?(\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9.-]*)(?::(\d{1,5}))?\/?$/i

/**
 * The proxy for a target: that of the machine, otherwise the one of the variable HTTPS_PROXY.
 *
 * A user name and password in an address are left out: no attempt signs in. Null: the target is reached directly, or the setting is not
 * understood.
 */
export function proxyFor(
  target: Target,
  machine: MachineProxy | null,
  environment: Readonly<Record<string, string | undefined>>,
): ProxyAddress | null {
  if (machine !== null && machine.servers !== null) {
    if (isBypassed(target.host, machine.bypass ?? '')) return null
    return serverFor(target.port === HTTP_PORT ? 'http' : 'https', machine.servers)
  }
  const variable = (name: string): string => environment[name] ?? environment[name.toLowerCase()] ?? ''
  return isExempt(target.host, variable('NO_PROXY')) ? null : parseServer(variable('HTTPS_PROXY'))
}

/** `proxy:8080` is for all, `https=proxy:8080` for its protocol. */
function serverFor(protocol: 'http' | 'https', servers: string): ProxyAddress | null {
  const entries = servers.split(/[;\s]+/).filter((entry) => entry !== '')
  const own = entries.find((entry) => entry.toLowerCase().startsWith(`${protocol}=`))
  const common = entries.find((entry) => !entry.includes('='))
  return parseServer(own?.slice(protocol.length + 1) ?? common ?? '')
}

function parseServer(text: string): ProxyAddress | null {
  const match = SERVER.exec(text.trim())
  const port = Number(match?.[2] ?? DEFAULT_PORT)
  if (match === null || port < 1 || port > 65_535) return null
  return { host: (match[1] ?? '').replace(/^\[(.*)\]$/, '$1'), port }
}

/** Patterns of WinHTTP: `*.acme.example;10.*;<local>`, where the last one means names without a dot. */
function isBypassed(host: string, bypass: string): boolean {
  const patterns = bypass.split(/[;\s]+/).filter((pattern) => pattern !== '')
  return patterns.some((pattern) =>
    pattern === '<local>' ? !host.includes('.') : compileGlob(pattern).matchesLowerCase(host.toLowerCase()),
  )
}

/** `acme.example,.other.example,*`: a name stands for what lies below it too. */
function isExempt(host: string, exempt: string): boolean {
  const names = exempt.split(/[,\s]+/).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^\*?\./, ''),
  )
  const lower = host.toLowerCase()
  return names.some((name) => name !== '' && (name === '*' || lower === name || lower.endsWith(`.${name}`)))
}
