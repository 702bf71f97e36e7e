import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { preflightKeys } from '#shared/rotation/preflight/findings.ts'
import type { PreflightInput } from '#shared/rotation/preflight/input.ts'
import { judgePreflight } from '#shared/rotation/preflight/preflight.ts'
import { service, sqlInstance, testHost } from '../../../support/builders.ts'
import { inDomain, manyFacts, manyUsers, preflightCases } from './cases.data.ts'
import {
  denied,
  erpLogin,
  inputOf,
  policy,
  preflightOf,
  read,
  type Situation,
  sqlLoginToChange,
  sqlReading,
  syncUser,
  task,
  toNewUser,
  windowsLogin,
  withChange,
} from './situation.ts'

const keysOf = (situation: Situation) => preflightOf(situation).findings.map(({ key }) => key)

describe('preflight', () => {
  it.each(preflightCases)('says of $name: $key ($level)', ({ situation, key, level, params = {} }) => {
    const { findings, canStart } = preflightOf(situation)
    expect(findings).toContainEqual(expect.objectContaining({ key, level, params: expect.objectContaining(params) }))
    expect(canStart).toBe(findings.every((finding) => finding.level !== 'stop'))
  })

  it('has a case for each of its findings', () => {
    expect(preflightKeys.filter((key) => !preflightCases.some((known) => known.key === key))).toEqual([])
  })

  it('finds nothing in the way of a sound server, and nothing that is not known', () => {
    const { findings, canStart } = preflightOf({ logins: [windowsLogin, sqlLoginToChange] })
    expect(canStart).toBe(true)
    expect(findings.filter(({ level }) => level !== 'ok').map(({ key }) => key)).toEqual(['reset-loses-secrets', 'restart-follows'])
    expect(findings.filter(({ key }) => key.endsWith('not-known'))).toEqual([])
  })

  it.each([
    {
      name: 'an account that expires a millisecond later',
      situation: { readings: { accountExpiry: { erpsync: read('2026-03-01T09:00:00.001Z') } } },
      key: 'account-expired',
    },
    { name: 'facts of an hour', situation: { input: { now: '2026-03-01T09:30:59Z' } }, key: 'facts-old' },
    {
      name: 'a task without a stored password',
      situation: { facts: { 'scheduled-tasks': { tasks: [task('\\Copy', '.\\erpsync', false)] } } },
      key: 'used-by-task',
    },
    {
      name: 'a reset of a password with a history',
      situation: { facts: { 'account-policy': policy({ passwordHistory: 24 }) } },
      key: 'history-closes-back',
    },
    {
      name: 'a password that a person keeps',
      situation: { logins: [{ ...windowsLogin, keptIn: 'person' }], readings: { keychain: denied } },
      key: 'keychain-refuses',
    },
    {
      name: 'a service that stands still',
      situation: { facts: { services: { services: [service('WSPSync', '.\\erpsync', { state: 'stopped' })] } } },
      key: 'restart-follows',
    },
    {
      name: 'a namesake of another server',
      situation: { readings: { webServer: read([{ kind: 'iis-pool', name: 'Web', account: 'OTHER\\erpsync' }]) } },
      key: 'used-by-iis-pool',
    },
    {
      name: 'a use that names nobody',
      situation: { readings: { webServer: read([{ kind: 'iis-pool', name: 'Web', account: '' }]) } },
      key: 'used-by-iis-pool',
    },
    {
      name: 'the credential of another instance',
      situation: {
        logins: [sqlLoginToChange],
        readings: {
          sqlServers: [
            sqlReading(),
            sqlReading({ instance: 'ERP02', uses: read([{ kind: 'sql-credential', name: 'Old', account: 'wsp_sync' }]) }),
          ],
        },
      },
      key: 'used-by-sql-credential',
    },
    {
      name: 'a dependent service that stands still',
      situation: {
        facts: { services: { services: [service('WSPSync', '.\\erpsync'), service('Top', 'LocalSystem', { state: 'stopped' })] } },
        readings: { serviceDependencies: read([{ name: 'Top', needs: ['WSPSync'] }]) },
      },
      key: 'dependents-stop-too',
    },
    { name: 'a password as long as is taken', situation: { logins: [{ ...windowsLogin, length: 127 }] }, key: 'password-too-long' },
    {
      name: 'an instance that broke off',
      situation: {
        logins: [sqlLoginToChange],
        facts: { 'sql-server': { instances: [sqlInstance('ERP01\\SAGE', [], { error: 'gone' })] } },
      },
      key: 'sql-login-missing',
    },
    {
      name: 'a server with a dependant',
      situation: { readings: { webServer: read([{ kind: 'iis-pool', name: 'Web', account: '.\\erpsync' }]) } },
      key: 'uses-none',
    },
    {
      name: 'a login of the same name on a linked server',
      situation: { readings: { sqlServers: [sqlReading({ uses: read([{ kind: 'linked-server', name: 'Old', account: 'erpsync' }]) })] } },
      key: 'used-by-linked-server',
    },
    {
      name: 'services of Windows that share the account of the sync tool',
      situation: {
        logins: [toNewUser({ ...windowsLogin, name: 'LocalSystem' }, '.\\erpsync2')],
        facts: { services: { services: [service('WSPSync', 'LocalSystem'), service('Spooler', 'LocalSystem')] } },
      },
      key: 'used-by-service',
    },
    {
      name: 'a locked account that a new user replaces',
      situation: { logins: [toNewUser(windowsLogin, '.\\erpsync2')], facts: { 'local-users': { users: [syncUser({ lockedOut: true })] } } },
      key: 'account-locked',
    },
  ] satisfies readonly { name: string; situation: Situation; key: string }[])('says nothing of $key for $name', ({ situation, key }) => {
    expect(keysOf(situation)).not.toContain(key)
  })

  it.each(['services', 'scheduled-tasks', 'local-users', 'account-policy', 'logons'] as const)(
    'never takes unread %s for harmless',
    (probe) => {
      const { findings } = preflightOf({ facts: { [probe]: undefined } })
      const notKnown = findings.filter(({ key }) => key.endsWith('not-known'))
      expect(notKnown.length).toBeGreaterThan(0)
      expect(notKnown.filter(({ level }) => level === 'ok' || level === 'by-hand')).toEqual([])
    },
  )

  it.each([
    { name: 'services', situation: { facts: { services: undefined } } },
    { name: 'IIS', situation: { readings: { webServer: denied } } },
    { name: 'a part of Credential Manager', situation: { readings: { storedCredentials: read([], ['own']) } } },
  ])('does not claim that nothing else depends where $name could not be read', ({ situation }) => {
    expect(keysOf(situation)).not.toContain('uses-none')
  })

  it('names the login of each finding that is about one', () => {
    const { findings } = preflightOf({ logins: [windowsLogin, erpLogin] })
    expect(new Set(findings.map(({ login }) => login))).toEqual(new Set([null, windowsLogin.key, erpLogin.key]))
  })

  it.each([
    { name: 'stands in the way', situation: {}, advice: 'give-own-user', by: 'nobody' },
    { name: 'is taken by hand', situation: { input: { takenByHand: ['service:Backup'] } }, advice: 'do-by-hand', by: 'hand' },
    {
      name: 'stays with the old user',
      situation: { logins: [toNewUser(windowsLogin, '.\\new')] },
      advice: 'stays-with-old-user',
      by: 'not-needed',
    },
  ])('advises what to do about a dependant that $name', ({ situation, advice, by }) => {
    const facts = { services: { services: [service('WSPSync', '.\\erpsync'), service('Backup', '.\\erpsync')] } }
    const { findings, dependants } = preflightOf({ ...situation, facts })
    expect(findings.find(({ key }) => key === 'used-by-service')).toMatchObject({ advice })
    expect(dependants.edges).toContainEqual({ from: 'service:Backup', to: windowsLogin.key, handledBy: by })
  })
})

describe('the order of logins', () => {
  const logins = [
    ...manyUsers.map(({ name }) => ({ ...windowsLogin, key: `windows:ERP01\\${name}`, name: `.\\${name}` })),
    windowsLogin,
    sqlLoginToChange,
    erpLogin,
  ]
  const lines = (input: PreflightInput) =>
    judgePreflight(input)
      .findings.map((finding) => JSON.stringify(finding))
      .sort()

  it('neither loses nor changes a finding', () => {
    const expected = lines(inputOf({ facts: manyFacts, logins }))
    fc.assert(
      fc.property(fc.shuffledSubarray(logins, { minLength: logins.length }), (shuffled) => {
        expect(lines(inputOf({ facts: manyFacts, logins: shuffled }))).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })

  it('leaves each login with the findings that it has alone', () => {
    fc.assert(
      fc.property(fc.subarray(logins, { minLength: 1 }), (some) => {
        const together = judgePreflight(inputOf({ facts: manyFacts, logins: some })).findings
        for (const login of some) {
          const alone = judgePreflight(inputOf({ facts: manyFacts, logins: [login] })).findings
          const own = (findings: typeof alone) => findings.filter((finding) => finding.login === login.key)
          expect(own(together)).toEqual(own(alone))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('phases', () => {
  const doersOf = (situation: Situation) =>
    preflightOf(situation).phases.map(({ phase, login, by }) =>
      `${phase} ${login === null ? '' : login.split(':', 1)[0]} ${by}`.replace('  ', ' '),
    )

  it('are done by the app where it can', () => {
    expect(doersOf({ logins: [windowsLogin, erpLogin] })).toEqual([
      'pause app',
      'change windows app',
      'change erp hand',
      'update windows app',
      'enter windows hand',
      'enter erp hand',
      'resume app',
      'verify windows app',
      'verify erp hand',
    ])
  })

  it('are done by hand for the domain, without services, and where a sign-in could lock out', () => {
    const host = { ...testHost, membership: 'domain', domain: 'acme.example', netbiosDomain: 'ACME' } as const
    expect(doersOf({ logins: [{ ...windowsLogin, name: 'ACME\\erpsync' }], facts: { host } })).toContain('change windows hand')
    expect(doersOf({ input: { syncTool: { services: [], tasks: [] } } }).slice(0, 1)).toEqual(['pause hand'])
    expect(doersOf({ facts: { 'account-policy': policy({ lockoutThreshold: 2 }) } })).toContain('verify windows hand')
    expect(doersOf({ logins: [{ ...windowsLogin, name: 'ACME\\erpsync' }], facts: { host } })).toContain('verify windows hand')
    expect(doersOf(inDomain({ badPasswords: 1 }))).toContain('verify windows hand')
  })

  it('are verified by the app where the domain leaves room for a sign-in', () => {
    expect(doersOf(inDomain())).toEqual(expect.arrayContaining(['change windows hand', 'verify windows app']))
  })

  it('have two doers where a person takes a dependant', () => {
    const facts = { services: { services: [service('WSPSync', '.\\erpsync'), service('Backup', '.\\erpsync')] } }
    const doers = doersOf({ facts, input: { takenByHand: ['service:Backup'] } })
    expect(doers.filter((doer) => doer.startsWith('update'))).toEqual(['update windows app', 'update windows hand'])
  })
})

describe('dependants', () => {
  it('are one node each, also where two logins are named', () => {
    const uses = read([{ kind: 'linked-server', name: 'Old', account: 'wsp_sync' }] as const)
    const other = { ...sqlLoginToChange, key: 'sql-server:ERP02/wsp_sync' }
    const { dependants } = preflightOf({ logins: [sqlLoginToChange, other], readings: { sqlServers: [sqlReading({ uses })] } })
    expect(dependants.nodes.map(({ id }) => id)).toEqual([sqlLoginToChange.key, other.key, 'linked-server:ERP01\\SAGE/Old'])
    expect(dependants.edges).toHaveLength(2)
  })
})

describe('rules for the plan', () => {
  const strict = policy({ minPasswordAgeDays: 1, passwordHistory: 24, lockoutThreshold: 5 })
  const rulesOf = (situation: Situation) => preflightOf({ facts: { 'account-policy': strict }, ...situation }).rules[0]

  it.each([
    {
      name: 'a change',
      login: withChange(windowsLogin),
      rules: { account: 'local', changedBy: 'app', minimumAgeHours: 24, historyCount: 24, lockOut: { threshold: 5, badPasswords: 0 } },
    },
    {
      name: 'a reset, which minds neither age nor history',
      login: windowsLogin,
      rules: { account: 'local', minimumAgeHours: 0, historyCount: 0 },
    },
    {
      name: 'a login of SQL Server, where that is not sure',
      login: sqlLoginToChange,
      rules: { changedBy: 'app', minimumAgeHours: 24, historyCount: 24, lockOut: { threshold: 5, badPasswords: 0 } },
    },
    {
      name: 'a login of the ERP',
      login: erpLogin,
      rules: { changedBy: 'you', minimumAgeHours: null, historyCount: null, lockOut: 'unknown' },
    },
  ])('are told of $name', ({ login, rules }) => {
    expect(rulesOf({ logins: [login] })).toMatchObject({ key: login.key, ...rules })
  })

  it('leave an account of the domain, and one that nobody can change, to a person', () => {
    for (const name of ['ACME\\erpsync', 'NT SERVICE\\WSPSync']) {
      expect(rulesOf({ logins: [{ ...windowsLogin, name }] })).toMatchObject({ account: 'domain', changedBy: 'you', lockOut: 'unknown' })
    }
  })

  it.each([
    { name: 'the domain locks later than its strictest policy could', situation: inDomain(), lockOut: { threshold: 3, badPasswords: 0 } },
    { name: 'the domain never locks', situation: inDomain({ badPasswords: 2 }, 0), lockOut: { threshold: 3, badPasswords: 2 } },
    { name: 'the domain locks earlier', situation: inDomain({}, 2), lockOut: { threshold: 2, badPasswords: 0 } },
    { name: 'the domain tells no threshold', situation: inDomain({}, null), lockOut: 'unknown' },
    { name: 'the domain tells no failures', situation: inDomain({ badPasswords: null }), lockOut: 'unknown' },
    { name: 'the domain has no such account', situation: inDomain(null), lockOut: 'unknown' },
    {
      name: 'the name is another one',
      situation: { ...inDomain(), logins: [{ ...windowsLogin, name: 'ACME\\other' }] },
      lockOut: 'unknown',
    },
    {
      name: 'a new user comes under the policy of the same domain',
      situation: { ...inDomain({ badPasswords: 2 }), logins: [toNewUser({ ...windowsLogin, name: 'ACME\\erpsync' }, 'Acme\\new')] },
      lockOut: { threshold: 3, badPasswords: 0 },
    },
    {
      name: 'a new user is of another domain',
      situation: { ...inDomain(), logins: [toNewUser({ ...windowsLogin, name: 'ACME\\erpsync' }, 'OTHER\\new')] },
      lockOut: 'unknown',
    },
  ])('risk no more sign-ins in a domain than are surely left: $name', ({ situation, lockOut }) => {
    expect(rulesOf(situation)).toMatchObject({ account: 'domain', changedBy: 'you', minimumAgeHours: null, lockOut })
  })

  it('are not known without a policy', () => {
    expect(rulesOf({ facts: { 'account-policy': undefined } })).toMatchObject({
      minimumAgeHours: null,
      historyCount: null,
      lockOut: 'unknown',
    })
  })

  it('name the order in which services stop, or say that none is known', () => {
    expect(preflightOf({}).stopOrder).toEqual(['WSPSync'])
    const syncTool = { services: ['WSPSync', 'Spooler'], tasks: [] }
    expect(preflightOf({ input: { syncTool }, readings: { serviceDependencies: denied } }).stopOrder).toBeNull()
  })
})
