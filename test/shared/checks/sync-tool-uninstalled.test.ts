import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/sync-tool-uninstalled/definition.ts'
import { rule } from '#shared/checks/sync-tool-uninstalled/rule.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Login } from '#shared/sql-login/login.ts'
import { sqlInstance, sqlLogin } from '../../support/builders.ts'
import { type FactsGiven, judge, localUser, program, service, testHost } from '../../support/world.ts'

const check = pair(definition, rule)
const messages = (item: CheckupItem): string[] =>
  [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('sync-tool-uninstalled/', ''))

const wsp = service('WSPSync', String.raw`.\sync`, { displayName: 'ERP Driver Sync' })
const stopped = { ...wsp, state: 'stopped' as const }
const driver = program('CIMcloud ERP Driver 4.2', { location: String.raw`C:\ERP Driver` })
const login = (enabled: boolean): Login => sqlLogin('WSP', { enabled })
const sql = (...logins: Login[]): FactsGiven => ({
  'sql-server': { instances: [sqlInstance('ERP01', logins)] },
})
const tasks = (...given: Partial<Facts['scheduled-tasks']['tasks'][number]>[]): FactsGiven => ({
  'scheduled-tasks': {
    tasks: given.map((more) => ({
      path: String.raw`\Sync\Nightly`,
      account: String.raw`ERP01\sync`,
      accountSid: null,
      enabled: true,
      elevated: false,
      storesPassword: false,
      command: 'x.exe',
      ...more,
    })),
  },
})
const user = (enabled: boolean): FactsGiven => ({ 'local-users': { users: [localUser('sync', { enabled }), localUser('other')] } })
const seen = (services: Facts['services']['services'], programs: Facts['programs']['programs'] = []): FactsGiven => ({
  services: { services: [service('Spooler', 'LocalSystem'), ...services] },
  programs: { programs: [program('Notepad++'), ...programs] },
})
const base: FactsGiven = { host: testHost, ...seen([]), 'local-users': { users: [] }, ...sql(), ...tasks() }
const connector: FactsGiven = {
  connector: { installations: [{ product: 'Advisor', location: String.raw`C:\Advisor`, keys: [], reachability: [] }] },
}

const tool = { name: 'ERP Driver', windowsAccount: 'sync', sqlLogin: 'wsp' }
const advisor = { name: 'Advisor', kind: 'connector' as const }
const live: Partial<Profile> = { syncTools: [tool] }
const moved: Partial<Profile> = { syncTools: [tool], deployment: { phase: 'moved-away' } }
const as = (profile: Partial<Profile>, ...syncTools: Profile['syncTools'][number][]): Partial<Profile> => ({ ...profile, syncTools })

type Case = readonly [name: string, facts: FactsGiven, profile: Partial<Profile> | null, verdict: string, said: readonly string[]]

describe('sync-tool-uninstalled', () => {
  const former: readonly Case[] = [
    ['a service left', seen([stopped]), moved, 'fail', ['services-left']],
    ['a program left', seen([], [driver]), moved, 'fail', ['programs-left']],
    ['both left', { ...seen([wsp], [driver]), ...user(true) }, moved, 'fail', ['services-left', 'programs-left']],
    ['something left that the profile does not name', seen([wsp]), as(moved), 'fail', ['services-left']],
    ['a connector left', seen([service('Advisor', 'LocalSystem')]), as(moved, advisor), 'fail', ['services-left']],
    ['all gone', {}, moved, 'pass', ['gone']],
    ['all gone, nothing named', {}, as(moved), 'pass', ['gone']],
    ['its user enabled', user(true), moved, 'attention', ['account-enabled']],
    ['its user disabled', user(false), moved, 'pass', ['gone', 'account-disabled']],
    ["a connector's user enabled", user(true), as(moved, { ...advisor, windowsAccount: 'sync' }), 'attention', ['account-enabled']],
    ['its login enabled', sql(login(true)), moved, 'attention', ['login-enabled']],
    ['its login disabled', sql(login(false)), moved, 'pass', ['gone', 'login-disabled']],
    ['another login', sql({ ...login(true), name: 'other' }), moved, 'pass', ['gone']],
    ['a task under its user', tasks({}), moved, 'pass', ['gone', 'tasks-left']],
    ['a task under another user', tasks({ account: 'other' }), moved, 'pass', ['gone']],
    ['a task of Windows', tasks({ path: String.raw`\Microsoft\Windows\X` }), moved, 'pass', ['gone']],
    ['a task that only sounds like Windows', tasks({ path: String.raw`\Microsoft Backup` }), moved, 'pass', ['gone', 'tasks-left']],
    ['a built-in account', tasks({ account: 'LocalSystem' }), as(moved, { name: 'x', windowsAccount: 'LocalSystem' }), 'pass', ['gone']],
    ['a domain account', {}, as(moved, { name: 'x', windowsAccount: String.raw`CORP\sync` }), 'pass', ['gone']],
    [
      'everything but services and programs',
      { ...user(true), ...sql(login(false)), ...tasks({}) },
      moved,
      'attention',
      ['account-enabled'],
    ],
    ['the folder of a connector', connector, as(moved, advisor, tool), 'attention', ['connector-left']],
  ]
  const present: readonly Case[] = [
    ['not installed', {}, live, 'attention', ['not-installed']],
    ['not installed, no profile', {}, null, 'attention', ['not-installed']],
    [
      'not installed during a deployment',
      {},
      { ...live, deployment: { phase: 'deploying', since: '2026-02-25' } },
      'attention',
      ['not-installed'],
    ],
    ['running', seen([wsp], [driver]), live, 'not-applicable', ['in-use']],
    ['running, no profile', seen([wsp]), null, 'not-applicable', ['in-use']],
    ['one of its services running', seen([stopped, { ...wsp, name: 'WSPMore' }]), live, 'not-applicable', ['in-use']],
    ['stopped', seen([stopped]), live, 'attention', ['not-running']],
    ['paused', seen([{ ...wsp, state: 'paused' }]), live, 'attention', ['not-running']],
    ['starting or stopping', seen([{ ...wsp, state: 'pending' }]), live, 'attention', ['not-running']],
    ['only its program', seen([], [driver]), live, 'attention', ['not-running']],
    [
      'one tool running, one stopped',
      seen([wsp, { ...service('Advisor', 'LocalSystem'), state: 'stopped' }]),
      as(live, tool, advisor),
      'attention',
      ['not-running'],
    ],
    ['one tool running, one not here', seen([wsp]), as(live, tool, advisor), 'not-applicable', ['in-use']],
    ['only the folder of a connector', connector, as(live, advisor, tool), 'attention', ['not-running']],
    ['its user enabled', { ...seen([wsp]), ...user(true) }, live, 'not-applicable', ['in-use']],
  ]
  it.each([...former.map((each) => ['moved away: ', ...each] as const), ...present.map((each) => ['here: ', ...each] as const)])(
    '%s%s',
    (_phase, _name, facts, profile, verdict, said) => {
      const item = judge(check, { facts: { ...base, ...facts }, profile })
      expect([item.verdict, messages(item)]).toEqual([verdict, said])
    },
  )

  const shown = (facts: FactsGiven, profile: Partial<Profile> | null) =>
    judge(check, { facts: { ...base, ...facts }, profile }).evidence.map(({ probe, subject, kind, detail }) => [
      probe,
      subject,
      kind,
      detail,
    ])

  it('lists every service and program left', () => {
    const item = judge(check, {
      facts: { ...base, ...seen([wsp, { ...wsp, name: 'WSPMore' }], [driver, program('Website Pipeline')]) },
      profile: moved,
    })
    expect(item.message.params).toEqual({ services: ['WSPSync', 'WSPMore'] })
    expect(item.also?.[0]?.params).toEqual({ programs: ['CIMcloud ERP Driver 4.2', 'Website Pipeline'] })
    expect(item.evidence.map(({ probe, subject, kind, detail }) => [probe, subject, kind, detail])).toEqual([
      ['services', 'WSPSync', 'service', 'service “ERP Driver Sync”'],
      ['services', 'WSPMore', 'service', 'service “ERP Driver Sync”'],
      ['programs', 'CIMcloud ERP Driver 4.2', 'program', String.raw`installed program, folder C:\ERP Driver`],
      ['programs', 'Website Pipeline', 'program', 'installed program, folder –'],
    ])
  })

  it('names what is left', () => {
    expect(shown({ ...user(true), ...sql(login(true)), ...tasks({}) }, moved)).toEqual([
      ['local-users', 'sync', 'account-enabled', 'enabled Windows user'],
      ['sql-server', 'ERP01 / WSP', 'login-enabled', 'enabled SQL login'],
      ['scheduled-tasks', String.raw`\Sync\Nightly`, 'task', String.raw`task under ERP01\sync`],
    ])
    const item = judge(check, { facts: { ...base, ...user(false), ...sql(login(false)), ...tasks({}) }, profile: moved })
    expect(item.because).toBe(
      'No service and no program of the sync tool is left here; its Windows user sync still exists, but is disabled; ' +
        String.raw`its SQL login WSP still exists, but is disabled; a task under its user is left: \Sync\Nightly.`,
    )
  })

  it('says which tool is not here or not running', () => {
    expect(judge(check, { facts: base, profile: live }).because).toBe('ERP Driver is not installed here: is this the right server?')
    expect(judge(check, { facts: { ...base, ...seen([stopped]) }, profile: live }).because).toBe(
      'ERP Driver is installed, but no service of it runs: is it still needed here?',
    )
  })

  it('names the tools that are not here, not running or running', () => {
    expect(shown({}, as(live, tool, advisor)).map(([, subject, kind]) => [subject, kind])).toEqual([
      ['Advisor', 'not-installed'],
      ['ERP Driver', 'not-installed'],
    ])
    expect(shown({}, null)).toEqual([['services', 'ERP Driver', 'not-installed', 'no service and no program of it found']])
    expect(shown(seen([stopped]), live)).toEqual([['services', 'ERP Driver', 'not-running', 'installed, no running service found']])
    expect(shown(seen([wsp, { ...stopped, name: 'WSPMore' }]), live)).toEqual([['services', 'WSPSync', 'running', 'service is running']])
    expect(shown(connector, as(live, advisor, tool)).map(([, subject]) => subject)).toEqual(['Advisor'])
    expect(shown(connector, as(moved, advisor, tool))[0]).toEqual(['connector', 'Advisor', 'connector', 'its folder exists'])
    const running = judge(check, { facts: { ...base, ...seen([wsp]) }, profile: live })
    expect(running.because).toBe('ERP Driver is in use on this server.')
    expect(judge(check, { facts: { ...base, ...connector }, profile: as(moved, advisor) }).because).toBe(
      'The sync tool has moved away, but the folder of Advisor is still here.',
    )
  })

  describe('without a probe', () => {
    const without = (
      probe: 'services' | 'programs' | 'local-users' | 'sql-server' | 'scheduled-tasks',
      facts: FactsGiven,
      profile: Partial<Profile>,
    ) => judge(check, { facts: { ...base, ...facts, [probe]: undefined }, profile })
    it.each([
      ['services', moved],
      ['services', live],
      ['programs', moved],
      ['programs', live],
    ] as const)('is unknown without %s', (probe, profile) => {
      const item = without(probe, user(true), profile)
      expect([item.verdict, messages(item)]).toEqual(['unknown', ['note/probe-not-collected']])
    })
    it('still fails on what the other shows', () => {
      expect(without('services', seen([], [driver]), moved).verdict).toBe('fail')
      expect(without('programs', seen([stopped]), moved).verdict).toBe('fail')
    })
    it('does not take a program for one that does not run', () => {
      const item = without('services', seen([], [driver]), live)
      expect([item.verdict, messages(item)]).toEqual(['unknown', ['note/probe-not-collected']])
    })
    it('sees without programs that it runs', () => {
      expect(without('programs', seen([wsp]), live).verdict).toBe('not-applicable')
    })
    it.each(['local-users', 'sql-server', 'scheduled-tasks'] as const)('passes without %s', (probe) => {
      expect(without(probe, {}, moved).verdict).toBe('pass')
    })
  })
})
