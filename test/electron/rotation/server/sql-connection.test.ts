import { describe, expect, it } from 'vitest'
import { loginQuestions } from '#electron/rotation/server/sql-login-questions.ts'
import { createSqlHands } from '#electron/rotation/server/sql-logins.ts'
import { createSqlPorts } from '#electron/rotation/server/sql-ports.ts'
import type { SqlProtection, SqlRow, SqlSession } from '#electron/sql/session.ts'
import type { OdbcFailure } from '#electron/win32/odbc.ts'
import { INSTANCE, LOGIN, NEXT, secret } from './sql-under-test.ts'

const LOGIN_ROW: SqlRow = { type: 'S', sid: '0x01', disabled: '0', policy: '1', own: '0', more: '0', asked_at: null }

/** A session that says of its connection what it is told to, and keeps what it was asked. */
function sessionWith(protection: SqlProtection | undefined, connection: readonly SqlRow[] | number) {
  const asked: string[] = []
  let changes = 0
  const session: SqlSession = {
    ...(protection === undefined ? {} : { protection }),
    query: (text) => {
      asked.push(text)
      if (text.startsWith('ALTER')) changes += 1
      if (text === loginQuestions.login) return Promise.resolve({ ok: true, value: [{ ...LOGIN_ROW, set_at: String(changes) }] })
      if (text !== loginQuestions.connection) return Promise.resolve({ ok: true, value: [] })
      return Promise.resolve(
        typeof connection === 'number' ? { ok: false, failure: { kind: 'server', number: connection } } : { ok: true, value: connection },
      )
    },
    close: () => undefined,
  }
  return { session, asked }
}

const row = (encrypted: string, transport: string): readonly SqlRow[] => [{ encrypted, transport }]

describe('the way of a password', () => {
  it.each([
    ['encrypted, as the server sees', undefined, row('TRUE', 'TCP'), 'sent'],
    ['encrypted by the client, and the server may not be asked', 'tls', 300, 'sent'],
    ['encrypted by the client alone', 'tls', row('FALSE', 'TCP'), 'sql-not-encrypted'],
    ['inside of this machine, as both see', 'inside', row('FALSE', 'Shared memory'), 'sent'],
    ['inside of this machine, and the server may not be asked', 'inside', 300, 'sent'],
    ['inside of this machine, as only the client sees', 'inside', row('FALSE', 'TCP'), 'sql-not-encrypted'],
    ['inside of this machine, as only the server says', 'tls', row('FALSE', 'Shared memory'), 'sql-not-encrypted'],
    ['not known to the client, and the server may not be asked', undefined, 300, 'sql-encryption-unseen'],
    ['not known to anybody', undefined, [], 'sql-not-encrypted'],
    ['encrypted in one of two connections', 'tls', [...row('TRUE', 'TCP'), ...row('FALSE', 'TCP')], 'sql-not-encrypted'],
    ['not to be told from the answer', undefined, [{ encrypted: null, transport: null }], 'sql-not-encrypted'],
  ] as const)('that is %s', async (_name, protection, connection, expected) => {
    const { session, asked } = sessionWith(protection, connection)
    const hands = createSqlHands({
      open: () => Promise.resolve({ ok: true, session }),
      openAs: () => Promise.resolve({ ok: true, session }),
      now: () => new Date(0),
      run: 'run',
    })
    const acted = await hands.setPassword(INSTANCE, LOGIN, secret(NEXT))
    expect(acted).toEqual(expected === 'sent' ? { kind: 'done' } : { kind: 'failed', code: expected, outcome: 'not-done' })
    expect(asked.some((text) => text.includes(NEXT))).toBe(expected === 'sent')
  })
})

describe('an instance of this machine', () => {
  const here = { host: '127.0.0.1', instance: 'SAGE', port: null, isHere: true } as const

  function portsOf(refuses: OdbcFailure | null) {
    const connected: string[] = []
    const ports = createSqlPorts({
      odbc: {
        drivers: () => ({ ok: true, value: ['SQL Server'] }),
        connect: async (text) => {
          connected.push(text)
          if (refuses !== null) return { ok: false, failure: refuses }
          return { ok: true, value: { query: async () => ({ ok: true, value: [] }), close: () => undefined } }
        },
      },
      addressOf: () => ({ ...here, port: 1 }),
      administratorOf: () => ({ kind: 'integrated' }),
      trustCertificate: false,
      now: () => new Date(0),
      run: 'run',
      limits: { connectMs: 1000 },
    })
    return { ports, connected }
  }

  it('is reached inside of it, as whoever runs the program and as a SQL login', async () => {
    const { ports, connected } = portsOf(null)
    const sessions = [await ports.open(INSTANCE), await ports.openAs(INSTANCE, 'a;b}', 'c}d;PWD=e{')]
    expect(sessions).toMatchObject([
      { ok: true, session: { protection: 'inside' } },
      { ok: true, session: { protection: 'inside' } },
    ])
    expect(connected).toEqual([
      'Driver={SQL Server};Server=lpc:.\\SAGE;Database=master;Trusted_Connection=Yes;Encrypt=No;APP=ERP Sync Security Checkup',
      'Driver={SQL Server};Server=lpc:.\\SAGE;Database=master;UID={a;b}}};PWD={c}}d;PWD=e{};Encrypt=No;APP=ERP Sync Security Checkup',
    ])
  })

  it.each([
    ['refuses the password', { state: '28000', native: 18_456 }, { kind: 'wrong-password', number: 18_456 }],
    ['has the login disabled', { state: '42000', native: 18_470 }, { kind: 'disabled', number: 18_470 }],
    ['hangs up', { state: '08S01', native: 10_054 }, { kind: 'lost', code: '08S01 10054' }],
    ['does not answer', { state: 'HYT00', native: 0 }, { kind: 'time-limit', code: 'HYT00' }],
  ])('that %s is not asked a second time by the network', async (_name, refuses, problem) => {
    const { ports, connected } = portsOf(refuses)
    expect(await ports.openAs(INSTANCE, LOGIN, NEXT)).toEqual({ ok: false, problem })
    expect(connected).toHaveLength(1)
  })

  it('that is closed to that way is reached by the network', async () => {
    const { ports } = portsOf({ state: '08001', native: 2 })
    expect(await ports.openAs(INSTANCE, LOGIN, NEXT)).toMatchObject({ ok: false, problem: { kind: 'port-closed', code: 'ECONNREFUSED' } })
  })

  it('elsewhere is never looked for inside of this machine', async () => {
    const { ports, connected } = portsOf(null)
    const elsewhere = createSqlPorts({
      odbc: { drivers: () => ({ ok: true, value: [] }), connect: async () => ({ ok: false, failure: { state: 'IM002', native: 0 } }) },
      addressOf: () => ({ host: '127.0.0.1', instance: null, port: 1 }),
      administratorOf: () => ({ kind: 'integrated' }),
      trustCertificate: false,
      now: ports.now,
      run: ports.run,
    })
    expect(await elsewhere.openAs(INSTANCE, LOGIN, NEXT)).toMatchObject({ ok: false, problem: { kind: 'port-closed' } })
    expect(connected).toEqual([])
  })
})
