import { type SecretText, secretText } from '#electron/rotation/server/secret-text.ts'
import type { SqlPorts } from '#electron/rotation/server/sql-acts.ts'
import { createSqlHands, type SqlHands } from '#electron/rotation/server/sql-logins.ts'
import { createSqlPorts, type SqlPlaces } from '#electron/rotation/server/sql-ports.ts'
import { ADMINISTRATOR, type ChangingServer, createChangingServer } from '../../../support/tds/changing-server.ts'
import type { KeptLogin } from '../../../support/tds/changing-statements.ts'
import { startServer } from '../../../support/tds/open-session.ts'
import type { TdsServer, TdsServerParts } from '../../../support/tds/server.ts'

export const INSTANCE = 'ERP01\\SAGE'
export const LOGIN = 'wsp_sync'
export const OLD = 'the old one, as it was'
/** None of its halves stands anywhere else. */
export const NEXT = 'Qz7.kW_p2vXm-9tRb~4LhYd83'
export const RUN = 'b2f6a5a0-6f1c-4a57-9d1e-0c7b3f1d2a11'

export interface UnderTest {
  readonly hands: SqlHands
  /** what is on the server now */
  readonly state: ChangingServer
  readonly server: TdsServer
  readonly login: (name?: string) => KeptLogin | undefined
  /** whatever was asked for beside the questions, in order */
  readonly changes: () => readonly string[]
}

interface Parts {
  readonly logins?: Readonly<Record<string, Partial<KeptLogin>>>
  readonly databases?: readonly string[]
  readonly server?: Partial<TdsServerParts>
  readonly places?: Partial<SqlPlaces>
}

/** Sessions of the real client at a server of this test. */
export async function startSqlPorts({ server: parts, places }: Pick<Parts, 'server' | 'places'> = {}): Promise<{
  readonly ports: SqlPorts
  readonly server: TdsServer
}> {
  const server = await startServer(parts)
  const ports = createSqlPorts({
    odbc: { drivers: () => ({ ok: true, value: [] }), connect: async () => ({ ok: false, failure: { state: 'IM002', native: 0 } }) },
    addressOf: (instance) => (instance === INSTANCE ? { host: '127.0.0.1', instance: null, port: server.port } : null),
    administratorOf: () => ({ kind: 'sql-login', ...ADMINISTRATOR }),
    trustCertificate: true,
    now: () => new Date('2026-11-23T10:30:00.000Z'),
    run: RUN,
    limits: { connectMs: 1500, queryMs: 500 },
    ...places,
  })
  return { ports, server }
}

/** The hands with the real client, at a server whose logins really change. */
export async function startHands({ logins = { [LOGIN]: {} }, databases = [], server: more, places }: Parts = {}): Promise<UnderTest> {
  const state = createChangingServer(logins, databases)
  const { ports, server } = await startSqlPorts({ server: { ...state.parts, ...more }, ...(places === undefined ? {} : { places }) })
  return {
    hands: createSqlHands(ports),
    state,
    server,
    login: (name = LOGIN) => state.logins.get(name),
    changes: () => server.asked.filter((text) => /^(?:ALTER|CREATE|DROP|EXECUTE|GRANT|DENY|REVOKE)\b/.test(text)),
  }
}

export const secret = (password: string): SecretText => secretText(password)
