import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import type { Collect } from '#electron/core/app/index.ts'
import { sqlServerProbe } from '#electron/probes/sql-server/probe.ts'
import type { SqlAccess } from '#shared/contract/index.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { fakeServer } from '../../../contract/fake-server.ts'
import { type MadeCertificate, selfSignedCertificate } from '../../../support/tds/certificate.ts'
import { answersOf, type DescribedServer } from '../../../support/tds/described.ts'
import { startTdsServer, type TdsServer } from '../../../support/tds/server.ts'
import { halfVisible, overprivileged, wellKept } from '../../../support/tds/servers.data.ts'
import { contextOf, windowsOf } from '../../probes/stand-in-windows.ts'
import { apps, itemOf } from './client.ts'

const open = apps()
const language = 'en'
const PASSWORD = 'CANARY-7f3a-geheim'

let certificate: MadeCertificate
beforeAll(() => {
  certificate = selfSignedCertificate()
})

async function start(described: DescribedServer, onQuestion: (server: TdsServer) => void = () => undefined): Promise<TdsServer> {
  const answer = answersOf(described)
  const server: TdsServer = await startTdsServer({
    name: described.name,
    version: [15, 0, 2000],
    certificate,
    signIn: ({ password }) => (password === PASSWORD ? null : { number: 18456 }),
    answer: (...question) => {
      onQuestion(server)
      return answer(...question)
    },
  })
  onTestFinished(server.close)
  return server
}

/** An app on a made-up Windows server whose SQL Server is read by the real probe over a real connection. */
function openApp() {
  const server = fakeServer()
  const collect: Collect = async (request) => {
    const { sql, profile = emptyProfile } = request
    if (sql !== undefined) {
      const reading = await sqlServerProbe.read(contextOf(windowsOf(), { sql, profile }))
      server.probes = { ...server.probes, 'sql-server': { durationMs: 1, ...reading } }
    }
    return await server.collect(request)
  }
  const { client } = open({ platform: 'win32', machine: 'ERP01', collect })
  const scan = async (id: string | null, sql: SqlAccess) => {
    const events = []
    for await (const event of await client.scan.run({ id, probes: id === null ? null : ['sql-server'], sql, language })) events.push(event)
    const last = events.at(-1)
    if (last?.kind !== 'case') throw new Error('the scan did not come to its end')
    return last
  }
  /** The case after a person told what the sync tool is. */
  const told = async (id: string) => {
    const { profile } = await client.cases.view({ id, language })
    const erp = { product: 'sage-100', edition: 'premium' as const, database: 'sql-server' as const, companyDatabases: ['MAS_ABC'] }
    const syncTools = [{ name: 'ERP Driver', kind: 'erp-driver' as const, sqlLogin: 'wsp_sync' }]
    return await client.cases.saveProfile({ id, language, profile: { ...profile, erp, syncTools } })
  }
  return { client, scan, told }
}

const access = ({ port }: TdsServer, more: { readonly password?: string; readonly trustCertificate?: boolean } = {}): SqlAccess => ({
  server: `127.0.0.1,${port}`,
  signIn: { kind: 'sql-login', login: 'auditor', password: more.password ?? PASSWORD },
  trustCertificate: more.trustCertificate ?? true,
})

describe('SQL Server through the app', () => {
  it('names the extra role, the extra database and the missing mapping, with a script and its way back', async () => {
    const { scan, told } = openApp()
    const { id, sqlProblems } = await scan(null, access(await start(overprivileged)))
    expect(sqlProblems).toEqual([])
    const item = itemOf(await told(id), 'sql-read-only')
    expect(item.verdict).toBe('fail')
    const found = item.evidence.map(({ subject }) => subject).join('\n')
    for (const name of ['processadmin', 'Payroll', 'MAS_ABC']) expect(found).toContain(name)
    const [fix, inverse] = item.steps.flatMap(({ command }) => (command?.shell === 't-sql' ? [command.text] : []))
    expect(fix).toContain('[MAS_ABC]')
    expect(inverse).toContain('[Payroll]')
    expect(fix).not.toBe(inverse)
  })

  it('passes what is kept as it should be, and leaves open what the login may not see', async () => {
    const { scan, told } = openApp()
    const { id } = await scan(null, access(await start(wellKept)))
    expect(itemOf(await told(id), 'sql-read-only').verdict).toBe('pass')
    await scan(id, access(await start(halfVisible)))
    expect(itemOf(await told(id), 'sql-read-only').verdict).toBe('unknown')
  })

  it('says why nobody could sign in, asks to trust only then, and takes the decision', async () => {
    const { client, scan } = openApp()
    const server = await start(wellKept)
    const refused = await scan(null, access(server, { password: 'wrong' }))
    expect(refused.sqlProblems).toMatchObject([{ problem: 'wrong-password', line: expect.stringMatching(/error 18456/) }])
    const untrusted = await scan(refused.id, access(server, { trustCertificate: false }))
    expect(untrusted.sqlProblems).toMatchObject([{ problem: 'certificate-not-trusted' }])
    expect(server.logins).toHaveLength(1)
    const { id } = await scan(refused.id, access(server))
    const view = await client.cases.view({ id, language })
    expect(view.sqlProblems).toEqual([])
    const { base64 } = await client.reports.snapshot({ id, language })
    const snapshot = Buffer.from(base64, 'base64').toString()
    expect(snapshot).toContain('was taken without proof, as was decided')
    expect(snapshot).not.toContain('CANARY')
  })

  it('tells that a server went away in the middle, and keeps what else was read', async () => {
    let questions = 0
    const server = await start(overprivileged, (running) => {
      questions += 1
      if (questions === 6) running.kill()
    })
    const { client, scan } = openApp()
    const { id, sqlProblems } = await scan(null, access(server))
    expect(sqlProblems).toMatchObject([{ problem: null, line: expect.stringMatching(/connection to SQL Server was lost/) }])
    expect((await client.cases.view({ id, language })).notCollected.map(({ probe }) => probe)).not.toContain('services')
  })
})
