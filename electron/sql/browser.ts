/** One instance that the SQL Browser of a host tells of. */
export interface BrowserInstance {
  readonly name: string
  readonly version: string
  /** null: it does not listen on TCP */
  readonly port: number | null
}

/** `silent`: nothing came back in time – the service is off, or a firewall is between. */
export type BrowserAnswer =
  | { readonly kind: 'instances'; readonly instances: readonly BrowserInstance[] }
  | { readonly kind: 'silent' }
  | { readonly kind: 'no-such-host' }

const BROWSER_PORT = 1434

/** CLNT_UCAST_EX and SVR_RESP of MC-SQLR: ask one host for all of its instances, and its answer. */
const ASK_ALL = 0x03
const ANSWER = 0x05
const HEADER_BYTES = 3

/** UDP is lost now and then: asked again before nobody is there. */
const ATTEMPTS = 2
const ATTEMPT_MS = 2000

/**
 * Asks the SQL Browser of a host for its instances and their ports.
 *
 * Source: MC-SQLR, SQL Server Resolution Protocol. The answer is believed for a place to connect to and for nothing else.
 */
export async function askBrowser(
  host: string,
  limits: { readonly port?: number; readonly attemptMs?: number } = {},
): Promise<BrowserAnswer> {
  const { port = BROWSER_PORT, attemptMs = ATTEMPT_MS } = limits
  const [{ lookup }, { createSocket }] = await Promise.all([import('node:dns/promises'), import('node:dgram')])
  const found = await lookup(host).catch(() => null)
  if (found === null) return { kind: 'no-such-host' }
  const socket = createSocket(found.family === 6 ? 'udp6' : 'udp4')
  try {
    return await new Promise<BrowserAnswer>((resolve) => {
      let attempt = 0
      const send = (): void => {
        if (attempt === ATTEMPTS) {
          resolve({ kind: 'silent' })
          return
        }
        attempt += 1
        socket.send(Buffer.from([ASK_ALL]), port, found.address)
        timer = setTimeout(send, attemptMs)
      }
      let timer: NodeJS.Timeout | undefined
      // A closed port answers with an ICMP message on some systems: that is silence as well.
      socket.on('error', () => undefined)
      socket.on('message', (message, from) => {
        // SECURITY: whoever else answers would choose where the password goes.
        if (from.port !== port || !isSameAddress(from.address, found.address)) return
        const instances = parseBrowserAnswer(message)
        if (instances === null) return
        clearTimeout(timer)
        resolve({ kind: 'instances', instances })
      })
      send()
    })
  } finally {
    socket.close()
  }
}

/** Without the zone of an IPv6 address, which only one of the two may carry. */
function isSameAddress(one: string, other: string): boolean {
  const bare = (address: string): string => address.replace(/%.*$/, '').toLowerCase()
  return bare(one) === bare(other)
}

/**
 * Instances of an answer; null: it is none.
 *
 * Sample (SQL Server 2019): `ServerName;ERP01;InstanceName;SAGE;IsClustered;No;Version;15.0.2000.5;tcp;49812;np;\\ERP01\pipe\…;;`
 */
export function parseBrowserAnswer(message: Uint8Array): readonly BrowserInstance[] | null {
  if (message.byteLength < HEADER_BYTES || message[0] !== ANSWER) return null
  const length = (message[1] ?? 0) + (message[2] ?? 0) * 256
  const text = Buffer.from(message.buffer, message.byteOffset + HEADER_BYTES, Math.min(length, message.byteLength - HEADER_BYTES)).toString(
    'latin1',
  )
  return text.split(';;').flatMap((entry): readonly BrowserInstance[] => {
    const parts = entry.split(';')
    const values = new Map<string, string>()
    for (let index = 0; index + 1 < parts.length; index += 2) values.set((parts[index] ?? '').toLowerCase(), parts[index + 1] ?? '')
    const name = values.get('instancename')
    if (name === undefined || name === '') return []
    return [{ name, version: values.get('version') ?? '', port: portOf(values.get('tcp') ?? '') }]
  })
}

function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port > 0 && port <= 65_535 ? port : null
}
