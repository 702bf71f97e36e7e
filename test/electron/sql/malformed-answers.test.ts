import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { connectProblemKinds } from '#electron/sql/connect-problem.ts'
import { connectSqlServer } from '#electron/sql/tedious-session.ts'
import { column, compressedRowToken, metadataToken, rowToken } from '../../support/tds/columns.ts'
import { isQuestion, openSession, startServer } from '../../support/tds/open-session.ts'
import { specification } from '../../support/tds/specification.data.ts'
import { doneToken, infoToken, loginTokens, sspiToken, token } from '../../support/tds/tokens.ts'

const QUERY_MS = 150
const CONNECT_MS = 400

const unhandled: unknown[] = []
const note = (reason: unknown): void => {
  unhandled.push(reason)
}
beforeAll(() => {
  process.on('unhandledRejection', note)
})
afterAll(() => {
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

const columns = [column.int('id'), column.nvarchar('name'), column.nvarcharMax('text'), column.datetime('at'), column.variant('any')]
const values = [7, 'MAS_ABC', 'Größe', [45_792, 1], '38002a000000']
const answer = Buffer.concat([
  infoToken({ number: 5701 }, 'ERP01'),
  metadataToken(columns),
  rowToken(columns, values),
  compressedRowToken(columns, [1, null, null, null, null]),
  doneToken({ rows: 2 }),
])

/** A stream of tokens in which something is not as it should be. */
const spoilt = (whole: Buffer): fc.Arbitrary<Buffer> =>
  fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
    fc.nat(whole.byteLength - 1).map((place) => whole.subarray(0, place)),
    fc.tuple(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 })).map(([place, bits]) => {
      const changed = Buffer.from(whole)
      changed[place] = (changed[place] ?? 0) ^ bits
      return changed
    }),
    fc
      .tuple(fc.nat(whole.byteLength - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }))
      .map(([place, bytes]) => Buffer.concat([whole.subarray(0, place), bytes, whole.subarray(place)])),
  )

describe('an answer that is malformed', () => {
  it('is rows of text or a failure, in time, and the next connection is as good as ever', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(answer), async (bytes) => {
        const { session, server } = await openSession(
          { answer: (text) => (isQuestion(text) ? { bytes } : { columns: [], rows: [] }) },
          { queryMs: QUERY_MS },
        )
        const result = await session.query('SELECT id')
        if (result.ok) {
          for (const row of result.value)
            expect(Object.values(row).every((value) => value === null || typeof value === 'string')).toBe(true)
        } else expect(['connection', 'time-limit', 'server']).toContain(result.failure.kind)
        session.close()
        await server.close()
      }),
      { numRuns: 120 },
    )
  }, 120_000)
})

describe('an answer that is cut short', () => {
  it('wherever its message ends, is never taken for one with fewer rows', async () => {
    let place = 0
    const parts = { answer: (text: string) => (isQuestion(text) ? { bytes: answer.subarray(0, place) } : { columns: [], rows: [] }) }
    for (; place < answer.byteLength; place += 1) {
      const { session, server } = await openSession(parts, { queryMs: QUERY_MS })
      expect([place, await session.query('SELECT id')]).toMatchObject([place, { ok: false, failure: { kind: 'connection' } }])
      session.close()
      await server.close()
    }
    const { session } = await openSession(parts)
    expect(await session.query('SELECT id')).toMatchObject({ ok: true, value: [{ id: '7' }, { id: '1' }] })
  })
})

describe('a sign-in whose answer is malformed', () => {
  async function outcomeOf(parts: Parameters<typeof startServer>[0], ntlm: boolean) {
    const server = await startServer(parts)
    const connected = await connectSqlServer({
      address: { host: '127.0.0.1', port: server.port },
      signIn: ntlm
        ? { kind: 'windows-account', domain: 'ACME', user: 'auditor', password: 'long enough' }
        : { kind: 'sql-login', login: 'auditor', password: 'long enough' },
      trustCertificate: true,
      limits: { connectMs: CONNECT_MS },
    })
    if (connected.ok) connected.session.close()
    await server.close()
    return connected
  }

  it.each([
    ['of this server', loginTokens([15, 0, 2000])],
    ['of the specification', specification.loginResponse.subarray(8)],
  ])(
    'from the one %s signs in or ends with a problem',
    async (_name, whole) => {
      await fc.assert(
        fc.asyncProperty(spoilt(whole), async (loginAnswer) => {
          const connected = await outcomeOf({ loginAnswer }, false)
          if (!connected.ok) expect(connectProblemKinds).toContain(connected.problem.kind)
        }),
        { numRuns: 50 },
      )
    },
    120_000,
  )

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a challenge', Buffer.from('NTLMSSP\0\u0002\0\0\0', 'latin1')],
    ['a challenge without its target', Buffer.concat([Buffer.from('NTLMSSP\0\u0002\0\0\0', 'latin1'), Buffer.alloc(36)])],
    ['noise', Buffer.alloc(100, 0xff)],
  ])('ends with a problem where %s comes for a Windows account', async (_name, message) => {
    const loginAnswer = Buffer.concat([sspiToken(message), token(0xaa, Buffer.alloc(0))])
    const connected = await outcomeOf({ loginAnswer }, true)
    expect(connected).toMatchObject({ ok: false })
  })
})
