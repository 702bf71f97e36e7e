import { askBrowser } from './browser.ts'
import type { ConnectProblem } from './connect-problem.ts'
import { DEFAULT_PORT, type SqlServerAddress } from './server-name.ts'
import type { SqlConnected } from './session.ts'
import type { SqlSignIn } from './sign-in.ts'
import type { SqlLimits } from './tedious-session.ts'

export interface ConnectOptions {
  readonly signIn: SqlSignIn
  readonly trustCertificate: boolean
  /** the way in with the account that this program runs as */
  readonly integrated: (address: SqlServerAddress, trustCertificate: boolean) => Promise<SqlConnected>
  /** the way of a SQL login that needs no network; null: it is closed, and the network is the way. Absent: there is none */
  readonly inside?: (address: SqlServerAddress, signIn: Extract<SqlSignIn, { readonly kind: 'sql-login' }>) => Promise<SqlConnected | null>
  readonly limits?: Partial<SqlLimits>
  /** where the SQL Browser listens; for tests */
  readonly browserPort?: number
}

/** Finds the instance and signs in. The client library is loaded when there is something to connect to. */
export async function connect(address: SqlServerAddress, options: ConnectOptions): Promise<SqlConnected> {
  const { signIn, trustCertificate } = options
  if (address.host === '') return { ok: false, problem: { kind: 'no-such-host' } }
  if (signIn.kind === 'integrated') return await options.integrated(address, trustCertificate)
  const inside = signIn.kind === 'sql-login' ? await options.inside?.(address, signIn) : null
  if (inside) return inside
  const port = await portOf(address, options.browserPort)
  if (typeof port !== 'number') return { ok: false, problem: port }
  const { connectSqlServer } = await import('./tedious-session.ts')
  const { limits } = options
  return await connectSqlServer({
    address: { host: address.host, port },
    signIn,
    trustCertificate,
    ...(limits === undefined ? {} : { limits }),
  })
}

async function portOf({ host, instance, port }: SqlServerAddress, browserPort: number | undefined): Promise<number | ConnectProblem> {
  if (port !== null) return port
  if (instance === null) return DEFAULT_PORT
  const answer = await askBrowser(host, browserPort === undefined ? {} : { port: browserPort })
  if (answer.kind === 'no-such-host') return { kind: 'no-such-host' }
  if (answer.kind === 'silent') return { kind: 'browser-silent' }
  const found = answer.instances.find(({ name }) => name.toLowerCase() === instance.toLowerCase())
  if (found === undefined) return { kind: 'no-such-instance' }
  return found.port ?? { kind: 'port-closed' }
}
