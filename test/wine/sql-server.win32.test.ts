import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import type { CollectProgress, CollectResult } from '#electron/collector/collect.ts'
import type { SqlRequest } from '#electron/sql/request.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { type Snapshot, snapshotSchema } from '#shared/formats/snapshot.ts'
import { describeWith } from '../support/needs.ts'
import { type MadeCertificate, selfSignedCertificate } from '../support/tds/certificate.ts'
import { answersOf, type DescribedServer } from '../support/tds/described.ts'
import { startTdsServer, type TdsServer, type TdsServerParts } from '../support/tds/server.ts'
import { overprivileged, readerPermissions, wellKept } from '../support/tds/servers.data.ts'
import { openWineWorkspace } from '../support/wine.ts'

/** Of this run alone, so that it can be looked for. */
const PASSWORD = `Geheim-${randomBytes(12).toString('hex')}`
const OTHERS = ['host', 'listeners']

interface Outcome {
  readonly probes: Snapshot['probes']
  readonly progress: readonly CollectProgress[]
  /** the output of the program, as it was written */
  readonly written: string
}

describeWith('wine', 'SQL Server, asked by the worker of its area', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>
  let certificate: MadeCertificate
  const startedAt = Date.now()

  beforeAll(async () => {
    certificate = selfSignedCertificate()
    workspace = await openWineWorkspace({
      bundle: {
        main: new URL('./programs/collect-main.ts', import.meta.url),
        worker: new URL('../../electron/collector/worker-entry.ts', import.meta.url),
      },
    })
  })

  afterAll(async () => {
    await workspace?.close()
  })

  async function start(described: DescribedServer, more: Partial<TdsServerParts> = {}): Promise<TdsServer> {
    const server = await startTdsServer({
      name: described.name,
      version: [16, 0, 4185],
      certificate,
      signIn: ({ user, password }) => (user === 'auditor' && password === PASSWORD ? null : { number: 18_456 }),
      answer: answersOf(described),
      ...more,
    })
    onTestFinished(server.close)
    return server
  }

  async function scan(name: string, server: string, more: Partial<SqlRequest> = {}): Promise<Outcome> {
    const sql: SqlRequest = { server, signIn: { kind: 'sql-login', login: 'auditor', password: PASSWORD }, trustCertificate: true, ...more }
    const profile = { ...emptyProfile, syncTools: [{ name: 'ERP Driver', sqlLogin: 'wsp_sync' }] }
    const options = JSON.stringify({ only: [...OTHERS, 'sql-server'], profile, sql })
    expect(await workspace.runWine(['main.mjs', 'worker.mjs', `${name}.json`, options])).toEqual({ status: 0, stdout: '', stderr: '' })
    const written = await readFile(join(workspace.folder, `${name}.json`), 'utf8')
    const { result, progress }: { result: CollectResult; progress: readonly CollectProgress[] } = JSON.parse(written)
    if (result.kind !== 'snapshot') throw new Error(`no snapshot but ${result.kind}`)
    expect(snapshotSchema.safeParse(result.snapshot).error).toBeUndefined()
    for (const other of OTHERS) expect(result.snapshot.probes).toHaveProperty([other, 'status'], 'ok')
    return { probes: result.snapshot.probes, progress, written }
  }

  it('has the facts of the server as it is', async () => {
    const server = await start(wellKept)
    const { probes } = await scan('kept', `127.0.0.1,${server.port}`)
    expect(server.logins).toMatchObject([{ user: 'auditor', password: PASSWORD, application: 'ERP Sync Security Checkup' }])
    expect(probes['sql-server']).toMatchObject({
      status: 'ok',
      facts: {
        instances: [
          {
            name: 'ERP01',
            version: '16.0.4185.3',
            visibility: 'full',
            databases: ['master', 'MAS_System', 'MAS_ABC'],
            logins: [
              { name: 'sa' },
              {
                name: 'wsp_sync',
                databases: [
                  { database: 'master', user: 'guest' },
                  { database: 'MAS_System', user: 'wsp_sync', effective: readerPermissions, writable: 0 },
                  { database: 'MAS_ABC', user: 'renamed user', effective: readerPermissions, writable: 0 },
                ],
              },
            ],
          },
        ],
      },
    })
  })

  it('that may do too much is told with every right', async () => {
    const server = await start(overprivileged)
    const { probes } = await scan('wide', `localhost,${server.port}`)
    expect(probes['sql-server']).toMatchObject({
      facts: {
        instances: [{ logins: [{}, { serverRoles: ['ops', 'processadmin'], databases: [{}, { writable: 212 }, { owner: true }] }] }],
      },
    })
  })

  it.each([
    [
      'in the middle',
      'killed',
      '[MAS_System].sys.database_role_members',
      { error: expect.stringMatching(/^not read to its end: the connection to SQL Server was lost/) },
    ],
    [
      'at the first question',
      'killed-early',
      'SET LOCK_TIMEOUT',
      { error: expect.stringMatching(/^the connection to SQL Server was lost/), logins: [] },
    ],
  ])('that is killed %s leaves a clear line, and the other probes as they are', async (_name, file, where, expected) => {
    const answers = answersOf(wellKept)
    const server = await start(wellKept, {
      answer: (text, parameters) => {
        if (!text.includes(where)) return answers(text, parameters)
        server.kill()
        return 'never'
      },
    })
    const { probes, progress } = await scan(file, `127.0.0.1,${server.port}`)
    expect(probes['sql-server']).toMatchObject({ status: 'ok', facts: { instances: [{ ...expected, visibility: 'partial' }] } })
    expect(progress.filter(({ kind }) => kind === 'finished')).toHaveLength(OTHERS.length + 1)
  })

  it.each([
    ['a wrong password', { signIn: { kind: 'sql-login', login: 'auditor', password: `${PASSWORD}-` } }, 'wrong-password'],
    ['a certificate that nobody decided to trust', { trustCertificate: false }, 'certificate-not-trusted'],
    [
      'a Windows account, refused',
      { signIn: { kind: 'windows-account', domain: 'ACME', user: 'auditor', password: PASSWORD } },
      'wrong-password',
    ],
  ] as const)('that refuses %s is listed with the reason', async (_name, more, problem) => {
    const server = await start(wellKept)
    const { probes } = await scan(problem, `127.0.0.1,${server.port}`, more)
    expect(probes['sql-server']).toMatchObject({ status: 'ok', facts: { instances: [{ problem, logins: [] }] } })
  })

  it('that is not there is listed with the reason', async () => {
    const server = await start(wellKept)
    await server.close()
    const { probes } = await scan('gone', `127.0.0.1,${server.port}`)
    expect(probes['sql-server']).toMatchObject({ status: 'ok', facts: { instances: [{ problem: 'port-closed' }] } })
  })

  it('leaves the password in no file that came about, and in no word of the outcome', async () => {
    const server = await start(wellKept)
    const { written } = await scan('last', `127.0.0.1,${server.port}`)
    expect(written).not.toContain(PASSWORD)
    const files = (await Promise.all([workspace.folder, workspace.prefix.folder].map((folder) => filesSince(folder, startedAt)))).flat()
    expect(files.some((file) => file.endsWith('last.json'))).toBe(true)
    const secrets = [Buffer.from(PASSWORD), Buffer.from(PASSWORD, 'utf16le'), Buffer.from(Buffer.from(PASSWORD).toString('base64'))]
    for (const file of files) {
      const bytes = await readFile(file)
      expect([file, secrets.some((secret) => bytes.includes(secret))]).toEqual([file, false])
    }
  })
})

/** Files below a folder that were written since then; links lead to what was there before. */
async function filesSince(folder: string, since: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs))
  return files.filter((_file, index) => (times[index] ?? 0) >= since)
}
