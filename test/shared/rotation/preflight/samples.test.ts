import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { LoginToChange } from '#shared/rotation/preflight/input.ts'
import { judgePreflight } from '#shared/rotation/preflight/preflight.ts'
import { isSqlServerService } from '#shared/rotation/preflight/world.ts'
import { loadSample, type SampleId, sampleIds } from '#shared/samples/index.ts'
import { createSyncTools } from '#shared/sync-tool/create-sync-tools.ts'
import { listDesignatedLogins } from '#shared/sync-tool/designated-logins.ts'

/** A preflight of every login that a sample's sync tools use, without any reading beside its facts. */
function preflightOfSample(id: SampleId) {
  const { snapshot, profile } = loadSample(id)
  const facts = <Id extends keyof Facts>(probe: Id): Facts[Id] | undefined => {
    const record = snapshot.probes[probe]
    return record?.status === 'ok' ? (record.facts as Facts[Id]) : undefined
  }
  const known = { host: facts('host'), 'local-users': facts('local-users'), services: facts('services'), programs: facts('programs') }
  const accounts = createAccountDirectory(known)
  const syncTools = createSyncTools(known, profile, accounts)
  const instance = facts('sql-server')?.instances[0]?.name ?? 'ERP01'
  const logins = listDesignatedLogins({ profile, credentials: [], accounts, syncTools, sqlServer: facts('sql-server') })
  return judgePreflight({
    now: snapshot.collectedAt,
    snapshot,
    readings: {},
    logins: logins.map(({ kind, login }): LoginToChange => {
      const key = kind === 'sql-server' ? `${kind}:${instance}/${login}` : `${kind}:${login}`
      return { key, kind, name: login, change: { kind: 'new-password', how: 'reset' }, length: 25, longest: 127, keptIn: 'keychain' }
    }),
    syncTool: { services: syncTools.tools.flatMap((tool) => tool.services.map(({ name }) => name)), tasks: [] },
    takenByHand: [],
  })
}

const keysOf = (id: SampleId, level: string): readonly string[] => [
  ...new Set(
    preflightOfSample(id)
      .findings.filter((finding) => finding.level === level)
      .map(({ key }) => key),
  ),
]

describe('preflight of a sample server', () => {
  it.each(sampleIds)('%s: tells what was not read, and never that nothing else depends', (id) => {
    const { findings, dependants } = preflightOfSample(id)
    const keys = findings.map(({ key }) => key)
    expect(keys).not.toContain('uses-none')
    expect(keys).toContain('journal-space-not-known')
    const nodes = new Set(dependants.nodes.map((node) => node.id))
    expect(dependants.edges.filter(({ from, to }) => !nodes.has(from) || !nodes.has(to))).toEqual([])
  })

  it('that was read without administrator rights stops at that', () => {
    expect(keysOf('not-elevated', 'stop')).toContain('elevation-missing')
  })

  it('with a managed account has nothing to change', () => {
    expect(keysOf('managed-account', 'stop')).toContain('account-managed')
  })

  it('that is a domain controller leaves the change to a person', () => {
    expect(keysOf('domain-controller', 'by-hand')).toContain('account-of-domain')
  })
})

describe('a service of SQL Server', () => {
  it.each(['MSSQLSERVER', 'MSSQL$SAGE', 'SQLSERVERAGENT', 'SQLAgent$SAGE', 'SQLBrowser', 'ReportServer$SAGE', 'MSSQLFDLauncher$SAGE'])(
    'is %s',
    (name) => {
      expect(isSqlServerService(name)).toBe(true)
    },
  )

  it.each(['MSSQLSync', 'SQLBackupTool', 'WSPSync', 'MySQL80'])('is not %s', (name) => {
    expect(isSqlServerService(name)).toBe(false)
  })
})
