import { describe, expect, it } from 'vitest'

import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { type FactsGiven, judge, localUser, service } from '../../support/world.ts'
import {
  access,
  base,
  type Case,
  check,
  company,
  erp,
  instance,
  login,
  mapped,
  messages,
  needed,
  on,
  premium,
  READING,
} from './sql-read-only/situation.ts'

describe('sql-read-only', () => {
  const databases: readonly Case[] = [
    ['read-only in all needed databases', mapped(...needed()), premium, 'pass', ['read-only']],
    [
      'names in another case',
      mapped(access('mas_SYSTEM', { roles: ['PUBLIC', 'DB_DataReader'] }), access('mas_abc')),
      company('Mas_Abc'),
      'pass',
      ['read-only'],
    ],
    [
      'no company named',
      mapped(access('MAS_System')),
      { ...premium, erp: { product: 'sage-100', edition: 'premium', database: 'sql-server' } },
      'attention',
      ['companies-seen'],
    ],
    ['only blanks named', mapped(access('MAS_System')), company(' ', ''), 'attention', ['companies-seen']],
    ['only MAS_System named', mapped(access('MAS_System')), company('mas_system'), 'attention', ['companies-seen']],
    [
      'no company named and none seen',
      [instance([login([access('MAS_System')])], { databases: ['MAS_System', 'MAS_Old1', 'MAS_AB', 'xMAS_ABC'] })],
      company(),
      'attention',
      ['companies-not-named'],
    ],
    ['no company named and a gap', mapped(access('MAS_System', { owner: true })), company(), 'fail', ['owner', 'companies-seen']],
    [
      'no login and no company named',
      mapped(),
      { erp: { ...erp, companyDatabases: [] }, syncTools: [{ name: 'ERP Driver' }] },
      'attention',
      ['not-named', 'companies-seen'],
    ],
    ['a company that is not there', mapped(...needed()), company('MAS_ABC', 'MAS_NEW'), 'attention', ['no-such-database']],
    ['MAS_System not there', [instance([login([])], { databases: ['MAS_ABC'] })], premium, 'attention', ['no-system-database']],
    ['not mapped in a company', mapped(access('MAS_System')), premium, 'fail', ['not-mapped']],
    ['not mapped in MAS_System', mapped(access('MAS_ABC')), premium, 'fail', ['not-mapped']],
    ['mapped without db_datareader', mapped(...needed({ roles: ['public'] })), premium, 'fail', ['no-reader']],
    ['another role beside it', mapped(...needed({ roles: ['public', 'db_datareader', 'db_datawriter'] })), premium, 'fail', ['role']],
    [
      'db_denydatawriter beside it',
      mapped(...needed({ roles: ['Public', 'db_datareader', 'DB_DENYDATAWRITER'] })),
      premium,
      'pass',
      ['read-only'],
    ],
    ['owner', mapped(...needed({ owner: true })), premium, 'fail', ['owner']],
    ['SELECT granted', mapped(...needed({ permissions: ['SELECT ON OBJECT::dbo.X'] })), premium, 'attention', ['reading-grant']],
    ['SELECT granted on everything', mapped(...needed({ permissions: [' select '] })), premium, 'attention', ['reading-grant']],
    ['VIEW DEFINITION granted', mapped(...needed({ permissions: ['VIEW DEFINITION'] })), premium, 'attention', ['reading-grant']],
    ['SHOWPLAN granted', mapped(...needed({ permissions: ['SHOWPLAN'] })), premium, 'attention', ['reading-grant']],
    ['CONNECT granted', mapped(...needed({ permissions: ['Connect '] })), premium, 'pass', ['read-only']],
    ['CONNECT REPLICATION granted', mapped(...needed({ permissions: ['CONNECT REPLICATION'] })), premium, 'fail', ['grant']],
    ['INSERT granted', mapped(...needed({ permissions: ['INSERT ON OBJECT::dbo.X'] })), premium, 'fail', ['grant']],
    [
      'a permission that only begins like one that reads',
      mapped(...needed({ permissions: ['SELECTION', 'VIEWS', 'SHOWPLANS'] })),
      premium,
      'fail',
      ['grant'],
    ],
    [
      'a permission that reads further on',
      mapped(...needed({ permissions: ['UPDATE, SELECT', 'ALTER VIEW X'] })),
      premium,
      'fail',
      ['grant'],
    ],
    ['EXECUTE in force', mapped(...needed({ effective: [...READING, 'EXECUTE'] })), premium, 'fail', ['effective']],
    ['permissions in force with blanks', mapped(...needed({ effective: [' CONNECT ', 'select'] })), premium, 'pass', ['read-only']],
    ['CONNECT REPLICATION in force', mapped(...needed({ effective: ['CONNECT REPLICATION'] })), premium, 'fail', ['effective']],
    ['VIEW without more in force', mapped(...needed({ effective: ['VIEWS', 'REVIEW X'] })), premium, 'fail', ['effective']],
    ['permissions in force not determined', mapped(...needed({ effective: null })), premium, 'unknown', ['effective-unknown']],
    ['a writable object', mapped(...needed({ writable: 1 })), premium, 'fail', ['writable']],
    ['writable objects not determined', mapped(...needed({ writable: null })), premium, 'pass', ['read-only', 'objects-not-checked']],
    ['mapped in another company', mapped(...needed(), access('mas_xyz')), premium, 'attention', ['other-company']],
    ['mapped in another database', mapped(...needed(), access('Payroll')), premium, 'fail', ['other-database']],
    ['mapped in a database whose name only contains MAS_', mapped(...needed(), access('XMAS_ABC')), premium, 'fail', ['other-database']],
    [
      'mapped in those of SQL Server',
      mapped(...needed(), ...['Master', 'tempdb', 'model', 'MSDB'].map((each) => access(each, { roles: ['public'] }))),
      premium,
      'pass',
      ['read-only'],
    ],
    ['a role in msdb', mapped(...needed(), access('msdb', { roles: ['public', 'SQLAgentUserRole'] })), premium, 'fail', ['role']],
    [
      'not determined in a database that is not needed',
      mapped(...needed(), access('master', { effective: null, writable: null })),
      premium,
      'pass',
      ['read-only'],
    ],
    ['writing in another company', mapped(...needed(), access('MAS_XYZ', { writable: 3 })), premium, 'fail', ['writable', 'other-company']],
    [
      'every needed company judged',
      mapped(access('MAS_System'), access('MAS_ABC'), access('MAS_XYZ', { roles: ['public'] })),
      company('MAS_ABC', ' MAS_XYZ', 'mas_abc'),
      'fail',
      ['no-reader'],
    ],
  ]
  const instances: readonly Case[] = [
    ['a server role', [instance([login(needed(), { serverRoles: ['public', 'sysadmin'] })])], premium, 'fail', ['server-role']],
    [
      'a server permission',
      [instance([login(needed(), { serverPermissions: ['CONNECT SQL', 'CONNECT ANY DATABASE'] })])],
      premium,
      'fail',
      ['server-permission'],
    ],
    [
      'a server role on another instance',
      [instance([login(needed())]), instance([login([], { serverRoles: ['sysadmin'] })], { name: 'B', databases: [] })],
      premium,
      'fail',
      ['server-role'],
    ],
    [
      'another instance without Sage 100',
      [instance([login(needed())]), instance([login([access('Payroll')])], { name: 'B', databases: ['Payroll'] })],
      premium,
      'pass',
      ['read-only'],
    ],
    [
      'a copy on another instance without the login',
      [instance([login(needed())]), instance([], { name: 'B' })],
      premium,
      'pass',
      ['read-only'],
    ],
    [
      'a copy on another instance with a gap',
      [instance([login(needed())]), instance([login([access('MAS_System')])], { name: 'B' })],
      premium,
      'fail',
      ['not-mapped'],
    ],
    [
      'Sage 100 where the login is not',
      [instance([]), instance([login([])], { name: 'B', databases: [] })],
      premium,
      'fail',
      ['not-mapped'],
    ],
    [
      'Sage 100 where the login was not seen',
      [instance([], { visibility: 'partial' }), instance([login([])], { name: 'B', databases: [] })],
      premium,
      'unknown',
      ['partly-visible'],
    ],
    [
      'Sage 100 where the login is not and where it was not seen',
      [instance([]), instance([], { name: 'C', visibility: 'partial' }), instance([login([])], { name: 'B', databases: [] })],
      premium,
      'unknown',
      ['partly-visible'],
    ],
    [
      'a company on the instance without the login',
      [
        instance([login([access('MAS_System')])], { databases: ['MAS_System'] }),
        instance([], { name: 'B', databases: ['MAS_System', 'MAS_ABC'] }),
      ],
      premium,
      'fail',
      ['not-mapped'],
    ],
    [
      'a company on an instance without MAS_System',
      [instance([login([access('MAS_System')])], { databases: ['MAS_System'] }), instance([], { name: 'B', databases: ['MAS_ABC'] })],
      premium,
      'attention',
      ['no-such-database'],
    ],
    ['partly visible', [instance([login(needed())], { visibility: 'partial' })], premium, 'unknown', ['partly-visible']],
    ['with an error', [instance([login(needed())], { error: 'cut off' })], premium, 'unknown', ['partly-visible']],
    [
      'another instance partly visible',
      [instance([login(needed())]), instance([], { name: 'B', databases: [], visibility: 'partial' })],
      premium,
      'unknown',
      ['partly-visible'],
    ],
    [
      'not mapped, but partly visible',
      [instance([login([access('MAS_System')])], { visibility: 'partial' })],
      premium,
      'unknown',
      ['partly-visible'],
    ],
    [
      'without db_datareader, but partly visible',
      [instance([login(needed({ roles: ['public'] }))], { visibility: 'partial' })],
      premium,
      'unknown',
      ['partly-visible'],
    ],
    [
      'a gap that was seen on a partly visible instance',
      [instance([login(needed({ writable: 2 }))], { visibility: 'partial' })],
      premium,
      'fail',
      ['writable', 'partly-visible'],
    ],
  ]
  it.each([...databases, ...instances])('%s', (_name, given, profile, verdict, said) => {
    const item = on(given, profile)
    expect([item.verdict, messages(item)]).toEqual([verdict, said])
  })

  it('lists the companies that were seen, each once', () => {
    const seen = [
      instance([login([access('MAS_System')])]),
      instance([], { name: 'B', databases: ['mas_abc', 'MAS_😀😀😀', 'MAS_System'] }),
    ]
    const item = on(seen, company())
    expect(item.message).toEqual({ id: 'sql-read-only/companies-seen', params: { databases: ['MAS_ABC', 'MAS_XYZ', 'MAS_😀😀😀'] } })
    expect(item.evidence[0]).toMatchObject({ probe: 'profile', subject: 'companyDatabases', kind: 'companies-seen' })
  })

  it('says in one clause what it reads', () => {
    expect(on(mapped(...needed())).because).toBe('wsp can read MAS_System and MAS_ABC and nothing else there.')
  })

  it('lists every gap with its place', () => {
    const item = on([
      instance([
        login(
          needed({
            owner: true,
            roles: ['public', 'db_datawriter', 'own'],
            permissions: ['INSERT', 'SELECT'],
            effective: ['ALTER'],
            writable: 2,
          }),
          { serverRoles: ['bulkadmin'], serverPermissions: ['ALTER TRACE'] },
        ),
      ]),
    ])
    expect(item.because).toBe(
      'wsp is a member of the server role bulkadmin; wsp has the server permission ALTER TRACE; wsp owns the database MAS_ABC; ' +
        'wsp has the roles db_datawriter and own in MAS_ABC; wsp was granted INSERT in MAS_ABC; wsp holds ALTER in MAS_ABC; ' +
        'wsp can write or execute 2 objects in MAS_ABC; wsp is no member of db_datareader in MAS_ABC; ' +
        'wsp was granted SELECT in MAS_ABC besides db_datareader: is it needed?',
    )
    expect(item.evidence.map(({ subject, kind }) => [subject, kind])).toEqual([
      ['ERP01 / wsp / bulkadmin', 'server-role'],
      ['ERP01 / wsp / ALTER TRACE', 'server-permission'],
      ['ERP01 / wsp / MAS_ABC', 'owner'],
      ['ERP01 / wsp / MAS_ABC / db_datawriter', 'role'],
      ['ERP01 / wsp / MAS_ABC / own', 'role'],
      ['ERP01 / wsp / MAS_ABC / INSERT', 'grant'],
      ['ERP01 / wsp / MAS_ABC / ALTER', 'effective'],
      ['ERP01 / wsp / MAS_ABC', 'writable'],
      ['ERP01 / wsp / MAS_ABC', 'no-reader'],
      ['ERP01 / wsp / MAS_ABC / SELECT', 'reading-grant'],
      ['ERP01 / wsp / MAS_System', 'read-only'],
    ])
    expect(new Set(item.evidence.map(({ probe }) => probe))).toEqual(new Set(['sql-server']))
  })

  it('names the places of what is missing', () => {
    const subjects = (item: CheckupItem): string[] => item.evidence.map(({ subject }) => subject)
    expect(subjects(on(mapped(access('MAS_System'))))).toContain('ERP01 / wsp / MAS_ABC')
    expect(subjects(on([instance([]), instance([], { name: 'C' }), instance([login([])], { name: 'B', databases: [] })]))).toContain(
      'ERP01, C / WSP / MAS_ABC',
    )
    expect(on([instance([login(needed())]), instance([], { name: 'B', databases: [], error: 'refused' })]).message.params).toEqual({
      instances: ['B'],
    })
    expect(on(mapped(...needed()), company('MAS_ABC', 'MAS_N1', 'MAS_N2', 'mas_n1')).message.params).toEqual({
      databases: ['MAS_N1', 'MAS_N2'],
    })
  })

  it('says what is mapped too much or not at all', () => {
    expect(on(mapped(...needed(), access('MAS_XYZ'), access('Payroll'))).because).toBe(
      'wsp is mapped in Payroll, which has nothing to do with Sage 100; ' +
        'wsp is mapped in MAS_XYZ too, which is not among the production companies: is it needed?',
    )
    expect(on(mapped(access('MAS_System'))).because).toBe('wsp is not mapped in MAS_ABC.')
    expect(on([]).because).toBe('The login WSP was not seen, and not every instance could be read in full.')
    expect(on(mapped(), { erp, syncTools: [] }).because).toBe('The SQL login of ERP Driver is not named.')
  })

  it('names the instance that has the company but not the login', () => {
    const instances = [
      instance([login([access('MAS_System')])], { databases: ['MAS_System'] }),
      instance([], { name: 'B', databases: ['MAS_System', 'MAS_ABC'] }),
    ]
    expect(on(instances).evidence[0]?.subject).toBe('B / WSP / MAS_ABC')
  })

  it('says what the profile leaves out', () => {
    const nothing = [instance([login([access('MAS_System')])], { databases: ['MAS_System'] })]
    expect(on(nothing, company()).evidence[0]).toMatchObject({ probe: 'profile', subject: 'companyDatabases', kind: 'companies-not-named' })
    expect(on(mapped(), null).evidence[0]).toMatchObject({ subject: 'erp', kind: 'which-erp' })
    const withoutEdition = { ...premium, erp: { product: 'sage-100', database: 'sql-server' as const } }
    expect(on(mapped(), withoutEdition).evidence[0]).toMatchObject({ subject: 'erp', kind: 'which-edition' })
  })

  it('shows what the profile leaves out', () => {
    for (const profile of [null, { ...premium, erp: { product: 'sage-100', database: 'sql-server' as const } }, { erp, syncTools: [] }]) {
      expect(on(mapped(), profile).evidence[0]?.probe).toBe('profile')
    }
  })

  it('judges a Windows user that the profile spells in its own way', () => {
    const user = localUser('sync', { sid: 'S-1-5-21-1-2-3-1001' })
    const facts: FactsGiven = {
      ...base,
      services: { services: [service('WSPSync', String.raw`.\sync`)] },
      'local-users': { users: [user] },
      'sql-server': { instances: [instance([login(needed(), { name: String.raw`ERP01\sync`, kind: 'windows-user', sid: user.sid })])] },
    }
    expect(judge(check, { facts, profile: { erp, syncTools: [{ name: 'ERP Driver', sqlLogin: String.raw`.\sync` }] } }).verdict).toBe(
      'pass',
    )
  })

  describe('without the probe', () => {
    const without = (profile: Partial<Profile> | null): CheckupItem => judge(check, { facts: base, profile })
    it('is unknown', () => {
      expect(without(premium).verdict).toBe('unknown')
      expect(without(null).verdict).toBe('unknown')
      expect(messages(without({ erp, syncTools: [] }))).toContain('not-named')
    })
    it.each([
      ['no database server', { ...premium, erp: { ...erp, database: 'none' as const } }],
      ['another edition', { ...premium, erp: { ...erp, edition: 'standard' as const } }],
      ['another ERP', { ...premium, erp: { ...erp, product: 'sage-x3' } }],
      ['only connectors', { erp, syncTools: [{ name: 'Advisor', kind: 'connector' as const }] }],
    ])('does not apply by profile with %s, however old the facts are', (_name, profile) => {
      expect(without(profile).verdict).toBe('not-applicable')
      expect(judge(check, { facts: { ...base, 'sql-server': { instances: [] } }, profile, now: '2027-01-01T00:00:00Z' }).verdict).toBe(
        'not-applicable',
      )
    })
  })
})
