import { describe, expect, it } from 'vitest'

import { connectOdbc } from '#electron/sql/odbc-session.ts'
import type { Odbc, OdbcFailure, OdbcResult, OdbcRow } from '#electron/win32/odbc.ts'

const ADDRESS = { host: '127.0.0.1', instance: 'SAGE', port: 49_812 }

function odbcOf(parts: { drivers?: readonly string[]; refuses?: OdbcFailure; answer?: OdbcResult<readonly OdbcRow[]> }) {
  const asked: string[] = []
  let closed = 0
  const odbc: Odbc = {
    drivers: () => ({ ok: true, value: parts.drivers ?? ['SQL Server', 'ODBC Driver 17 for SQL Server', 'SQLite3'] }),
    connect: async (text) => {
      asked.push(text)
      if (parts.refuses !== undefined) return { ok: false, failure: parts.refuses }
      return {
        ok: true,
        value: {
          query: async (statement) => {
            asked.push(statement)
            return parts.answer ?? { ok: true, value: [] }
          },
          close: () => {
            closed += 1
          },
        },
      }
    },
  }
  return { odbc, asked, closed: () => closed }
}

async function sessionOf(parts: Parameters<typeof odbcOf>[0] = {}) {
  const made = odbcOf(parts)
  const connected = await connectOdbc(made.odbc, ADDRESS, false)
  if (!connected.ok) throw new Error(connected.problem.kind)
  return { ...made, session: connected.session }
}

describe('a session through ODBC', () => {
  it('takes the newest driver, encrypts, and signs in as whoever runs the program', async () => {
    expect((await sessionOf()).asked).toEqual([
      'Driver={ODBC Driver 17 for SQL Server};Server=tcp:127.0.0.1,49812;Database=master;Trusted_Connection=Yes;Encrypt=Yes;TrustServerCertificate=No;APP=ERP Sync Security Checkup',
    ])
  })

  it('goes by the name of the instance where it listens on no port, and trusts where that was decided', async () => {
    const { odbc, asked } = odbcOf({ drivers: ['SQL Server'] })
    await connectOdbc(odbc, { ...ADDRESS, port: null }, true)
    expect(asked[0]).toContain('Driver={SQL Server};Server=127.0.0.1\\SAGE;')
    expect(asked[0]).toContain('TrustServerCertificate=Yes')
  })

  it('needs no network to an instance of this machine', async () => {
    const { odbc, asked } = odbcOf({})
    expect((await connectOdbc(odbc, { ...ADDRESS, isHere: true }, false)).ok).toBe(true)
    expect(asked).toEqual([
      'Driver={ODBC Driver 17 for SQL Server};Server=lpc:.\\SAGE;Database=master;Trusted_Connection=Yes;Encrypt=No;APP=ERP Sync Security Checkup',
    ])
  })

  it.each([
    ['by the network where that way is off', '08001', 2],
    ['nowhere else where the server itself refuses', '28000', 1],
  ])('goes on %s', async (_name, state, attempts) => {
    const { odbc, asked } = odbcOf({ refuses: { state, native: 18_456 } })
    await connectOdbc(odbc, { ...ADDRESS, isHere: true }, false)
    expect(asked).toHaveLength(attempts)
    expect(asked.slice(1).every((text) => text.includes('Server=tcp:127.0.0.1,49812;') && text.includes('Encrypt=Yes'))).toBe(true)
  })

  it('hands values over as literals that no quote can leave, in a batch that ends what it began', async () => {
    const { session, asked } = await sessionOf()
    await session.query("SELECT @login, N'x'", { login: "O'Neil]" })
    await session.query('SELECT 1')
    expect(asked.slice(1)).toEqual([
      "EXECUTE sys.sp_executesql N'SELECT @login, N''x''', N'@login nvarchar(4000)', @login = N'O''Neil]';",
      'SELECT 1',
    ])
  })

  it('is closed once', async () => {
    const { session, closed } = await sessionOf()
    session.close()
    expect(closed()).toBe(1)
  })

  it.each([
    ['an error of the server', { state: '42000', native: 229 }, { kind: 'server', number: 229 }],
    ['a time limit', { state: 'HYT00', native: 0 }, { kind: 'time-limit', code: 'HYT00' }],
    ['a lost connection', { state: '08S01', native: 10_054 }, { kind: 'connection', code: '08S01' }],
  ])('tells %s', async (_name, failure, expected) => {
    const { session } = await sessionOf({ answer: { ok: false, failure } })
    expect(await session.query('SELECT 1')).toEqual({ ok: false, failure: expected })
  })
})

describe('no session through ODBC', () => {
  it.each([
    ['no such host', { state: '08001', native: 11_001 }, { kind: 'no-such-host', code: '08001 11001' }],
    ['a closed port', { state: '08001', native: 10_061 }, { kind: 'port-closed', code: '08001 10061' }],
    ['silence', { state: 'HYT00', native: 0 }, { kind: 'time-limit', code: 'HYT00' }],
    [
      'a certificate that nobody vouches for',
      { state: '08001', native: -2_146_893_019 },
      { kind: 'certificate-not-trusted', code: '08001 -2146893019' },
    ],
    ['an account that it does not know', { state: '28000', native: 18_456 }, { kind: 'windows-refused', number: 18_456 }],
    ['something else', { state: '08S01', native: 5 }, { kind: 'lost', code: '08S01 5' }],
    ['an error of the driver', { state: 'HY000', native: 5 }, { kind: 'server-error', code: 'HY000 5' }],
  ])('because of %s', async (_name, refuses, problem) => {
    expect(await connectOdbc(odbcOf({ refuses }).odbc, ADDRESS, false)).toEqual({ ok: false, problem })
  })

  it('without a driver for SQL Server', async () => {
    expect(await connectOdbc(odbcOf({ drivers: ['SQLite3'] }).odbc, ADDRESS, false)).toEqual({
      ok: false,
      problem: { kind: 'server-error', code: 'no ODBC driver' },
    })
  })
})
