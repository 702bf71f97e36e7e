import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'

import type { CollectProgress, CollectResult } from '#electron/collector/collect.ts'
import type { Facts } from '#shared/facts/index.ts'
import { type Snapshot, snapshotSchema } from '#shared/formats/snapshot.ts'
import { describeWith } from '../support/needs.ts'
import { withPrefix } from '../support/wine.ts'
import { ordinaryPrograms, type ProgramSeed, registrationFile, services, specialPrograms } from './seed.ts'

const SCRIPTS = {
  main: new URL('./programs/collect-main.ts', import.meta.url),
  seed: new URL('./programs/seed-services.ts', import.meta.url),
  worker: new URL('../../electron/collector/worker-entry.ts', import.meta.url),
}

/** The account that Wine runs everything under, and its SID. */
const WINE_USER_SID = 'S-1-5-21-0-0-0-1000'

interface Outcome {
  readonly result: CollectResult
  readonly progress: readonly CollectProgress[]
}

function text(value: ProgramSeed['values'][string] | undefined): string {
  return typeof value === 'string' ? value : ''
}

function programOf(seed: ProgramSeed, user: string): Facts['programs']['programs'][number] {
  const { DisplayName, DisplayVersion, Publisher } = seed.values
  return {
    name: text(DisplayName),
    publisher: text(Publisher),
    version: text(DisplayVersion),
    installedOn: '2024-02-29',
    location: null,
    uninstallCommand: null,
    ...(seed.root === 'user' ? { scope: 'user', user } : { scope: 'machine' }),
  }
}

describeWith('wine', 'collector on a seeded Windows', () => {
  let outcome: Outcome
  let snapshot: Snapshot

  beforeAll(async () => {
    outcome = await withPrefix({ bundle: SCRIPTS }, async ({ prefix, folder, runWine }) => {
      await writeFile(join(folder, 'seed.reg'), registrationFile([...ordinaryPrograms, ...specialPrograms]))
      await writeFile(join(folder, 'services.json'), JSON.stringify(services))
      expect(await prefix.run('reg.exe', ['import', 'seed.reg'], folder)).toMatchObject({ status: 0, stderr: '' })
      expect(await runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
      // Wine shows the sockets of this machine, which need not have any by itself.
      const listener = createServer().listen(0, '127.0.0.1').unref()
      expect(await runWine(['main.mjs', 'worker.mjs', 'snapshot.json'])).toMatchObject({ status: 0, stderr: '' })
      listener.close()
      return JSON.parse(await readFile(join(folder, 'snapshot.json'), 'utf8'))
    })
    if (outcome.result.kind !== 'snapshot') throw new Error(`no snapshot but ${outcome.result.kind}`)
    snapshot = outcome.result.snapshot
  })

  it('makes a snapshot that the format takes, with every probe read that this Windows does not only pretend to answer', () => {
    expect(snapshotSchema.safeParse(snapshot).error).toBeUndefined()
    expect(Object.entries(snapshot.probes).map(([id, record]) => [id, record?.status])).toEqual([
      ['host', 'ok'],
      ['services', 'ok'],
      ['programs', 'ok'],
      ['account-policy', 'failed'],
      ['local-users', 'failed'],
      ['local-groups', 'failed'],
      ['user-rights', 'failed'],
      ['account-groups', 'ok'],
      ['logons', 'failed'],
      ['remote-desktop', 'ok'],
      ['listeners', 'ok'],
      ['remote-access-files', 'ok'],
      ['scheduled-tasks', 'unsupported'],
      ['updates', 'failed'],
      ['antivirus', 'ok'],
      ['firewall', 'unsupported'],
      ['processes', 'ok'],
      ['connector', 'ok'],
      ['tls-endpoints', 'ok'],
      ['sql-server', 'ok'],
    ])
    expect(snapshot.collector).toMatchObject({ version: '0.0.0-test', userSid: WINE_USER_SID })
    const total = Object.keys(snapshot.probes).length
    expect(outcome.progress.at(-1)).toMatchObject({ kind: 'finished', done: total, total })
  })

  it('finds exactly the seeded programs, of both views and the user', () => {
    const record = snapshot.probes.programs
    if (record?.status !== 'ok') throw new Error('no programs')
    const user = record.facts.programs.find((program) => program.scope === 'user')?.user ?? ''
    expect(user).toMatch(/^[^\\]+\\[^\\]+$/)
    const special: Facts['programs']['programs'] = [
      {
        name: 'GoToAssist Customer 4.8.0.1732',
        publisher: 'LogMeIn, Inc.',
        version: '4.8.0.1732',
        installedOn: null,
        location: 'C:\\Program Files (x86)\\GoToAssist Remote Support Customer\\1732\\',
        uninstallCommand:
          '"C:\\Program Files (x86)\\GoToAssist Remote Support Customer\\1732\\g2ax_uninstaller_customer.exe" /password=***',
        scope: 'machine',
      },
      {
        name: 'Expandable',
        publisher: '',
        version: '',
        installedOn: null,
        location: 'C:\\windows\\Acme',
        uninstallCommand: null,
        scope: 'machine',
      },
    ]
    const byName = (left: { name: string }, right: { name: string }): number => (left.name < right.name ? -1 : 1)
    const expected = [...ordinaryPrograms.map((seed) => programOf(seed, user)), ...special]
    expect([...record.facts.programs].sort(byName)).toEqual(expected.sort(byName))
    expect(record.facts.programs).toHaveLength(302)
    expect(record.incomplete).toBeUndefined()
    expect(record.notes).toEqual([
      '1 of the installed programs of the machine are left out: Windows hides them (SystemComponent)',
      'the uninstall command of GoToAssist Customer 4.8.0.1732 holds what looks like a credential: masked',
    ])
  })

  it('never shows the password of a command', () => {
    expect(JSON.stringify(snapshot)).not.toContain('hunter2')
  })

  it('finds exactly the seeded services, more than fit into one page', () => {
    const record = snapshot.probes.services
    if (record?.status !== 'ok') throw new Error('no services')
    const found = record.facts.services.filter((service) => service.name.startsWith('WSP'))
    expect(found.map((service) => service.name).sort()).toEqual(services.map((service) => service.name).sort())
    expect(found.find((service) => service.name === 'WSPWorker129')).toMatchObject({
      displayName: expect.stringMatching(/^WSP worker number 129 of the synchronisation .* of the synchronisation$/),
      account: 'LocalSystem',
      accountSid: 'S-1-5-18',
      executable: 'C:\\wsp\\worker129.exe',
    })
    expect(record.incomplete).toBeUndefined()
  })

  it.each([
    {
      name: 'WSPErpSync',
      displayName: 'WSP ERP-Abgleich für Zürich',
      account: '.\\svc_erpsync',
      accountSid: null,
      executable: 'C:\\Program Files\\WSP Sync\\wspsync.exe',
      state: 'stopped',
      startMode: 'auto',
    },
    {
      name: 'WSPUnquoted',
      displayName: 'WSP Unquoted',
      account: '.\\root',
      accountSid: WINE_USER_SID,
      executable: 'C:\\Program Files\\WSP Sync\\wspagent.exe',
      state: 'stopped',
      startMode: 'manual',
    },
    {
      name: 'WSPDomain',
      displayName: 'WSP Domain',
      account: 'ACME\\svc_erp',
      accountSid: null,
      executable: 'C:\\windows\\wsp.exe',
      state: 'stopped',
      startMode: 'disabled',
    },
    {
      name: 'WSPLocalService',
      displayName: 'WSP LocalService',
      account: 'NT AUTHORITY\\LocalService',
      accountSid: 'S-1-5-19',
      executable: 'C:\\wsp.exe',
      state: 'stopped',
      startMode: 'manual',
    },
  ])('reads service $name with its account', (service) => {
    const record = snapshot.probes.services
    const found = record?.status === 'ok' ? record.facts.services.find((candidate) => candidate.name === service.name) : undefined
    expect(found).toMatchObject(service)
  })

  it('sees services of Windows that run', () => {
    const record = snapshot.probes.services
    const running = record?.status === 'ok' ? record.facts.services.filter((service) => service.state === 'running') : []
    expect(running.map((service) => service.name)).toContain('PlugPlay')
  })

  it('knows the groups of the account that a service runs under, as far as this Windows resolves them', () => {
    expect(snapshot.probes['account-groups']).toMatchObject({
      incomplete: true,
      facts: { accounts: [{ name: '.\\root', sid: WINE_USER_SID, groups: ['S-1-5-32-544'], complete: false }] },
    })
  })

  it('knows the host', () => {
    const record = snapshot.probes.host
    if (record?.status !== 'ok') throw new Error('no host')
    const { name, os, bootedAt, ...rest } = record.facts
    expect(rest).toEqual({ membership: 'workgroup', domain: null, netbiosDomain: null, autologonConfigured: false })
    expect(name).toMatch(/^[A-Z0-9-]{1,15}$/)
    expect(os).toEqual({ product: expect.stringContaining('Windows 10'), build: expect.stringMatching(/^\d{5}(\.\d+)?$/), server: false })
    expect(Date.parse(bootedAt ?? '')).toBeLessThan(Date.parse(snapshot.collectedAt))
  })
})
