import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import type { Checkup } from '#shared/formats/checkup.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { readCheckup } from '#shared/formats/reader.ts'
import { filesWithSecret, secretForms } from '../electron/vault/canary.ts'
import { describeWith } from '../support/needs.ts'
import { selfSignedCertificate } from '../support/tds/certificate.ts'
import { answersOf, type DescribedServer } from '../support/tds/described.ts'
import { startTdsServer, type TdsAnswer } from '../support/tds/server.ts'
import { halfVisible, overprivileged, wellKept } from '../support/tds/servers.data.ts'
import { openWineWorkspace } from '../support/wine.ts'

const BUILT = { folder: fileURLToPath(new URL('../../out/cli', import.meta.url)) }
const PASSWORD = 'Auditor-2026-only-here'

const PROFILE: Profile = {
  ...emptyProfile,
  organization: 'Specimen Foods',
  erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_ABC'] },
  syncTools: [{ name: 'ERP Driver', sqlLogin: 'wsp_sync' }],
}

/** What `build/bin/erp-checkup.cjs` does, with the password where a person puts it who writes a script. */
const STARTER = `process.env.ERP_CHECKUP_SQL_PASSWORD = '${PASSWORD}'
const { main } = await import('./cli.mjs')
process.exitCode = await main(process.argv.slice(2))
`

/** The same with no password anywhere. */
const BARE_STARTER = STARTER.split('\n').slice(1).join('\n')

describeWith('wine', 'the command line and a SQL Server', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

  beforeAll(async () => {
    workspace = await openWineWorkspace(BUILT)
    await writeFile(join(workspace.folder, 'start.mjs'), STARTER)
    await writeFile(join(workspace.folder, 'bare-start.mjs'), BARE_STARTER)
    await writeFile(join(workspace.folder, 'profile.json'), JSON.stringify(PROFILE))
  })

  afterAll(async () => {
    await workspace?.close()
  })

  async function startServer(described: DescribedServer, spoil: (text: string) => TdsAnswer | null = () => null) {
    const answers = answersOf(described)
    const server = await startTdsServer({
      name: described.name,
      version: [15, 0, 4430],
      certificate: selfSignedCertificate(),
      signIn: ({ password }) => (password === PASSWORD ? null : { number: 18_456 }),
      answer: (text, parameters) => spoil(text) ?? answers(text, parameters),
    })
    onTestFinished(server.close)
    const told = ['--sql-server', `127.0.0.1,${server.port}`, '--sql-login', 'auditor', '--sql-trust-certificate']
    return { server, told }
  }

  /** Reads the server and judges what was seen, as two commands. */
  async function judge(...parts: Parameters<typeof startServer>) {
    const { told } = await startServer(...parts)
    const read = ['--only', 'host,sql-server', '--profile', 'profile.json', '--out', 'server.json']
    const collected = await workspace.runWine(['start.mjs', 'collect', ...told, ...read])
    expect(collected.status).toBe(0)
    const judged = ['server.json', '--profile', 'profile.json', '--format', 'json', '--out', 'checkup.json']
    await workspace.runWine(['start.mjs', 'check', ...judged])
    const written = await Promise.all(['server.json', 'checkup.json'].map((name) => readFile(join(workspace.folder, name), 'utf8')))
    expect([collected.stdout, collected.stderr, ...written].join('\n')).not.toContain(PASSWORD)
    const checkup = readCheckup(written[1] ?? '')
    if (!checkup.ok) throw new Error(`${checkup.path}: ${checkup.expected}`)
    return { checkup: checkup.value, said: collected.stderr }
  }

  function item(checkup: Checkup, id: string): Checkup['items'][number] {
    const found = checkup.items.find((each) => each.id === id)
    if (found === undefined) throw new Error(`no item ${id}`)
    return found
  }

  it('pass a login that reads and does nothing else', async () => {
    const { checkup } = await judge(wellKept)
    expect(item(checkup, 'sql-read-only')).toMatchObject({ verdict: 'pass' })
    expect(item(checkup, 'sql-user-designated')).toMatchObject({ verdict: 'pass' })
  })

  it('name the extra roles, the extra database and the missing mapping', async () => {
    const { checkup } = await judge(overprivileged)
    const { verdict, evidence } = item(checkup, 'sql-read-only')
    expect(verdict).toBe('fail')
    const subjects = evidence.map(({ subject }) => subject)
    for (const subject of ['ops', 'processadmin', 'db_datawriter', 'Payroll', 'MAS_ABC']) {
      expect(subjects.filter((each) => each.includes(subject))).not.toEqual([])
    }
    expect(item(checkup, 'sql-user-designated')).toMatchObject({ verdict: 'fail' })
  })

  it('know nothing for sure of a server that shows only part of itself', async () => {
    const { checkup } = await judge(halfVisible)
    for (const id of ['sql-read-only', 'sql-user-designated']) expect([id, item(checkup, id).verdict]).toEqual([id, 'unknown'])
  })

  it('say that a server was lost in the middle, and keep the rest', async () => {
    const { checkup, said } = await judge(wellKept, (text) => (text.includes('[MAS_System].sys.database_permissions') ? 'hang-up' : null))
    expect(said).toMatch(/ERP01.*not read to its end/)
    expect(checkup.host.name).not.toBe('')
    expect(item(checkup, 'sql-read-only').verdict).not.toBe('pass')
  })

  it('keep a password that the server took in the keychain, and find it there for this server alone', async () => {
    const { server, told } = await startServer(wellKept)
    const collect = ['collect', '--only', 'sql-server', '--out', 'kept.json']
    const none = await workspace.runWine(['bare-start.mjs', ...collect, ...told])
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining('the keychain has none') })
    const kept = await workspace.runWine(['start.mjs', ...collect, ...told, '--sql-keep-password'])
    expect(kept).toMatchObject({ status: 0, stderr: '' })
    const again = await workspace.runWine(['bare-start.mjs', ...collect, ...told])
    expect(again).toMatchObject({ status: 0, stderr: '' })
    expect(server.logins.map(({ password }) => password)).toEqual([PASSWORD, PASSWORD])
    const other = await startServer(wellKept)
    const elsewhere = await workspace.runWine(['bare-start.mjs', ...collect, ...other.told])
    expect(elsewhere).toMatchObject({ status: 2, stderr: expect.stringContaining('the keychain has none') })
    const left = [none, kept, again, elsewhere].map(({ stdout, stderr }) => stdout + stderr).join()
    expect(secretForms(Buffer.from(left), PASSWORD)).toEqual([])
    expect(filesWithSecret(workspace.folder, PASSWORD)).toEqual(['start.mjs: plain'])
  })
})
