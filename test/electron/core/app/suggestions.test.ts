import { describe, expect, it } from 'vitest'
import { suggestions } from '#electron/core/app/suggestions.ts'
import { newCaseFile } from '#electron/store/case-file.ts'
import type { StoredCase } from '#electron/store/case-folder.ts'
import type { Suggestion } from '#shared/contract/index.ts'
import type { Facts } from '#shared/facts/index.ts'
import { emptyAnswers } from '#shared/formats/answers.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { loadSample } from '#shared/samples/index.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { sqlInstance, sqlLogin } from '../../../support/builders.ts'
import { type FactsGiven, localUser, program, service, snapshotOf, testHost } from '../../../support/world.ts'

const translators = { en: createTranslator('en'), de: createTranslator('de') }

function suggested(facts: FactsGiven, profile: Partial<Profile> = {}, language: 'en' | 'de' = 'en'): readonly Suggestion[] {
  const stored: StoredCase = {
    id: 'file-x',
    file: newCaseFile('file', '2026-03-01T08:00:00Z'),
    snapshot: { name: '', digest: '', value: snapshotOf({ facts: { host: testHost, ...facts } }) },
    profile: { name: '', digest: '', value: { ...emptyProfile, ...profile } },
    answers: { name: '', digest: '', value: emptyAnswers },
    setAside: [],
  }
  return suggestions(stored, translators[language])
}

const brief = (found: readonly Suggestion[]): string[] => found.map(({ field, values }) => `${field}: ${values.join(', ')}`)

type Login = Facts['sql-server']['instances'][number]['logins'][number]

function login(name: string, databases: readonly string[], more: Partial<Login> = {}): Login {
  const access = { user: name, owner: false, roles: [], permissions: [], effective: null, writable: null }
  return sqlLogin(name, { databases: databases.map((database) => ({ database, ...access })), ...more })
}

const sqlServer = (databases: readonly string[], logins: readonly Login[] = []): FactsGiven => ({
  'sql-server': { instances: [sqlInstance('ERP01', logins, { databases })] },
})

const users = { 'local-users': { users: [localUser('erpsync'), localUser('cimcloud'), localUser('anna')] } }
const driver = { services: { services: [service('WSPSync', '.\\erpsync'), service('WSPQueue', '.\\erpsync')] } }
const sage = (edition: string): FactsGiven => ({
  programs: { programs: [program(`Sage 100 ${edition} 2025`), program('Sage 100 Report Writer')] },
})

describe('suggestions', () => {
  it.each([
    ['nothing that was not read', {}, []],
    [
      'nothing of an ordinary server',
      { programs: { programs: [program('7-Zip')] }, services: { services: [service('Spooler', 'LocalSystem')] } },
      [],
    ],
    [
      'the sync tool and its account',
      { ...users, ...driver },
      ['syncTool: ERP Driver', 'windowsAccount: .\\erpsync', 'remoteAccessUsers: cimcloud'],
    ],
    [
      'no shared identity as a designated account',
      { services: { services: [service('WSPSync', 'LocalSystem')] } },
      ['syncTool: ERP Driver'],
    ],
    ['a sync tool of which only the program is left', { programs: { programs: [program('ERP Driver')] } }, ['syncTool: ERP Driver']],
    [
      'a connector',
      { connector: { installations: [{ product: 'Inventory Advisor', location: 'C:\\IA', keys: [], reachability: [] }] } },
      ['syncTool: Inventory Advisor'],
    ],
    [
      'company databases and no others',
      sqlServer(['master', 'MAS_System', 'MAS_ABC', 'mas_x1z', 'MAS_ABCD']),
      ['companyDatabases: MAS_ABC, mas_x1z'],
    ],
    [
      'the ERP with its edition and where its data is',
      sage('Advanced'),
      ['erpProduct: sage-100', 'erpEdition: advanced', 'database: none'],
    ],
    ['no database where the edition has one', sage('Premium'), ['erpProduct: sage-100', 'erpEdition: premium']],
    [
      'another product of a similar name',
      { programs: { programs: [program('Sage 100 Contractor 2024')] } },
      ['erpProduct: sage-100-contractor'],
    ],
    ['no product whose name only begins alike', { programs: { programs: [program('Sage 1000'), program('Sage 3000 Tools')] } }, []],
  ] as const)('offer %s', (_name, facts, expected) => {
    expect(brief(suggested(facts as FactsGiven))).toEqual(expected)
  })

  it('offer no edition where two are installed', () => {
    const found = suggested({ programs: { programs: [program('Sage 100 Advanced 2024'), program('Sage 100 Premium 2025')] } })
    expect(brief(found)).toEqual(['erpProduct: sage-100'])
  })

  describe('of a SQL login', () => {
    const windowsLogin = login('ERP01\\erpsync', [], { kind: 'windows-user' })
    it.each([
      ['the account of the sync tool first', [login('reader', ['MAS_ABC']), windowsLogin], ['sqlLogin: ERP01\\erpsync']],
      ['one that reads a database of the ERP', [login('reader', ['MAS_System', 'MAS_ABC', 'other'])], ['sqlLogin: reader']],
      [
        'none of the server or the ERP itself',
        [login('sa', ['MAS_ABC'], { sid: '0x01' }), login('##x##', ['MAS_ABC']), login('MAS_User', ['MAS_ABC'])],
        [],
      ],
      ['none that is disabled or reads elsewhere', [login('old', ['MAS_ABC'], { enabled: false }), login('web', ['shop'])], []],
    ])('offer %s', (_name, logins, expected) => {
      const found = suggested({ ...users, ...driver, ...sqlServer([], logins) })
      expect(brief(found).filter((line) => line.startsWith('sqlLogin'))).toEqual(expected)
    })
  })

  it('repeat nothing that the profile says already', () => {
    const facts = {
      ...users,
      ...driver,
      ...sage('Premium'),
      ...sqlServer(['MAS_ABC'], [login('reader', ['MAS_ABC'])]),
      'tls-endpoints': { endpoints: [] },
    }
    const profile: Partial<Profile> = {
      syncTools: [{ name: 'ERP Driver', windowsAccount: 'ERP01\\erpsync', sqlLogin: 'reader' }],
      remoteAccessUsers: ['CIMCLOUD'],
      erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['mas_abc'] },
    }
    expect(suggested(facts, profile)).toEqual([])
  })

  it('contradict a profile that knows of no database server', () => {
    const erp = { product: 'sage-100', edition: 'premium', database: 'none' } as const
    expect(brief(suggested(sqlServer(['MAS_System']), { erp }))).toEqual(['database: sql-server'])
  })

  it.each(['en', 'de'] as const)('say in %s what they were seen in', (language) => {
    const sample = loadSample('typical').snapshot.probes
    const facts = Object.fromEntries(
      Object.entries(sample).flatMap(([id, record]) => (record?.status === 'ok' ? [[id, record.facts]] : [])),
    )
    const found = suggested(facts, {}, language)
    expect(new Set(found.map(({ field }) => field)).size).toBeGreaterThanOrEqual(6)
    for (const { because } of found) expect(because).toMatch(/^\P{Ll}[^{}]+[.)]$/u)
  })
})
