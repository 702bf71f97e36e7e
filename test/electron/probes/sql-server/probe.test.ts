import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import type { ProbeContext } from '#electron/probes/probe.ts'
import { sqlServerProbe } from '#electron/probes/sql-server/probe.ts'
import type { SqlRequest } from '#electron/sql/request.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { factSchemas } from '#shared/facts/index.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { type MadeCertificate, selfSignedCertificate } from '../../../support/tds/certificate.ts'
import { answersOf, type DescribedServer } from '../../../support/tds/described.ts'
import { startTdsServer } from '../../../support/tds/server.ts'
import { overprivileged, wellKept } from '../../../support/tds/servers.data.ts'
import { contextOf, registryOf, text, windowsOf } from '../stand-in-windows.ts'

const NAMES = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Microsoft SQL Server\\Instance Names\\SQL'
const PASSWORD = 'never-to-be-seen-12'

let certificate: MadeCertificate
beforeAll(() => {
  certificate = selfSignedCertificate()
})

async function start(described: DescribedServer): Promise<string> {
  const server = await startTdsServer({
    name: described.name,
    version: [15, 0, 2000],
    certificate,
    signIn: ({ password }) => (password === PASSWORD ? null : { number: 18456 }),
    answer: answersOf(described),
  })
  onTestFinished(server.close)
  return `127.0.0.1,${server.port}`
}

const request = (server: string | null, password = PASSWORD): SqlRequest => ({
  server,
  signIn: { kind: 'sql-login', login: 'auditor', password },
  trustCertificate: true,
})

async function read(sql?: SqlRequest, parts: Partial<Windows> = {}) {
  const more: Partial<ProbeContext> = { profile: { ...emptyProfile, syncTools: [{ name: 'x', sqlLogin: 'wsp_sync' }] } }
  const reading = await sqlServerProbe.read(contextOf(windowsOf(parts), sql === undefined ? more : { ...more, sql }))
  if (reading.status === 'ok') expect(factSchemas['sql-server'].safeParse(reading.facts).error).toBeUndefined()
  return reading
}

describe('sql-server', () => {
  it('reads the server that was asked for, and tells the decision to trust it', async () => {
    const reading = await read(request(await start(wellKept)))
    expect(reading).toMatchObject({ status: 'ok', facts: { instances: [{ name: 'ERP01', visibility: 'full' }] } })
    expect(reading).toHaveProperty('notes', [expect.stringMatching(/^the certificate of 127\.0\.0\.1,\d+ was taken without proof/)])
  })

  it('lists an instance that nobody could sign in to with the reason, and never the password', async () => {
    const name = await start(overprivileged)
    const reading = await read(request(name, 'wrong'))
    expect(reading).toMatchObject({
      status: 'ok',
      facts: {
        instances: [
          { name, visibility: 'partial', logins: [], error: expect.stringMatching(/does not know this login.*\(error 18456\)$/) },
        ],
      },
    })
    expect(JSON.stringify([reading, await read(request(name))])).not.toContain(PASSWORD)
  })

  it('has nothing on a machine without SQL Server', async () => {
    expect(await read()).toEqual({ status: 'ok', facts: { instances: [] } })
  })

  it('is not known where the list of instances refuses', async () => {
    expect(await read(undefined, { registry: registryOf({ [NAMES]: 5 }) })).toMatchObject({ status: 'denied' })
  })

  it('signs in to the instances of this machine as whoever runs the program, and one that fails hides no other', async () => {
    const asked: string[] = []
    const names = answersOf(wellKept)
    const reading = await read(undefined, {
      registry: registryOf({ [NAMES]: { values: { MSSQLSERVER: text('MSSQL15.MSSQLSERVER'), SAGE: text('MSSQL16.SAGE') } } }),
      odbc: {
        drivers: () => ({ ok: true, value: ['SQL Server'] }),
        connect: async (connectionString) => {
          asked.push(connectionString)
          if (connectionString.includes('SAGE')) return { ok: false, failure: { state: '28000', native: 18_456 } }
          return {
            ok: true,
            value: {
              query: async (statement) => {
                const inner = /^EXECUTE sys\.sp_executesql N'([\s\S]*)', N'@login nvarchar\(4000\)', @login = N'(.*)';$/.exec(statement)
                const answer = names(inner?.[1]?.replaceAll("''", "'") ?? statement, { login: inner?.[2] ?? '' })
                if (typeof answer === 'string' || 'number' in answer || 'bytes' in answer)
                  return { ok: false, failure: { state: '42000', native: 229 } }
                const rows = answer.rows.map((row) =>
                  Object.fromEntries(answer.columns.map((column, index) => [column, row[index] === null ? null : String(row[index])])),
                )
                return { ok: true, value: rows }
              },
              close: () => undefined,
            },
          }
        },
      },
    })
    expect(asked).toHaveLength(2)
    expect(reading).toMatchObject({
      status: 'ok',
      facts: {
        instances: [
          {
            name: 'ERP01',
            visibility: 'full',
            logins: [{ name: 'sa' }, { name: 'wsp_sync', databases: [{}, { writable: 0 }, { writable: 0 }] }],
          },
          { name: 'ERP01\\SAGE', visibility: 'partial', error: expect.stringMatching(/does not accept this Windows account/) },
        ],
      },
    })
  })
})
