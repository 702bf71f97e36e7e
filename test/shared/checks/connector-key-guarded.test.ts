import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/connector-key-guarded/definition.ts'
import { rule } from '#shared/checks/connector-key-guarded/rule.ts'
import type { Facts } from '#shared/facts/index.ts'
import {
  type ConnectorKey,
  FOLDER,
  type Installation,
  installation,
  privateKey,
  renderedTexts,
  saidBy,
  withConnector,
} from '../../support/connector.ts'
import { type FactsGiven, judge, localUser, service, testHost } from '../../support/world.ts'

type Reader = ConnectorKey['readableBy'][number]
type Groups = Facts['local-groups']['groups']
type Service = Facts['services']['services'][number]

const check = pair(definition, rule)

const ADMINISTRATORS = 'S-1-5-32-544'
const MACHINE = 'S-1-5-21-111-222-333'
const CORP = 'S-1-5-21-777-888-999'
const SYNC_SID = `${MACHINE}-2001`
const VIRTUAL_SID = 'S-1-5-80-1-2-3-4-5'
const system: Reader = { sid: 'S-1-5-18', name: 'NT-AUTORITÄT\\SYSTEM' }
const sync: Reader = { sid: SYNC_SID, name: 'ERP01\\sync' }
const anna: Reader = { sid: `${MACHINE}-2002`, name: 'ERP01\\anna' }
const everyone: Reader = { sid: 'S-1-1-0', name: 'Jeder' }
const users: Reader = { sid: 'S-1-5-32-545', name: 'BUILTIN\\Users' }
const virtual: Reader = { sid: VIRTUAL_SID, name: 'NT SERVICE\\ErpConnector' }

const group = (sid: string, ...members: readonly (readonly [name: string, sid: string])[]): Groups[number] => ({
  name: sid,
  sid,
  members: members.map(([name, memberSid]) => ({ name, sid: memberSid, kind: 'unknown' })),
})
const runs = (account: string, executable = `${FOLDER}\\bin\\connector.exe`, more: Partial<Service> = {}): Service =>
  service('ErpConnector', account, { executable, ...more })

interface Server {
  readonly services?: readonly Service[] | undefined
  readonly groups?: Groups | undefined
  readonly location?: string
  readonly facts?: FactsGiven
}

function of(readers: readonly Reader[], { location = FOLDER, facts, ...server }: Server = {}) {
  const services = 'services' in server ? server.services : []
  const groups = 'groups' in server ? server.groups : []
  return ofInstallations([installation({ location, keys: [privateKey({ readableBy: readers })] })], {
    services: services && { services },
    'local-groups': groups && { groups },
    ...facts,
  })
}

function ofInstallations(installations: readonly Installation[], facts: FactsGiven = {}) {
  const given = { host: testHost, 'local-users': { users: [localUser('sync', { sid: SYNC_SID })] }, connector: { installations }, ...facts }
  return judge(check, { profile: withConnector, facts: given })
}

interface Row extends Server {
  readonly name: string
  readonly readers: readonly Reader[]
  readonly verdict: string
}

const own: readonly Service[] = [runs('.\\sync')]
const nested: Groups = [group(ADMINISTRATORS, ['CORP\\Server Admins', `${CORP}-1500`], ['Ops', `${MACHINE}-3000`])]

const rows: readonly Row[] = [
  {
    name: 'the system, administrators, installer and owner',
    readers: [
      system,
      { sid: ADMINISTRATORS, name: 'VORDEFINIERT\\Administratoren' },
      { sid: 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', name: null },
      { sid: 'S-1-3-0', name: 'ERSTELLER-BESITZER' },
      { sid: 'S-1-3-4', name: null },
    ],
    verdict: 'pass',
  },
  { name: 'Everyone', readers: [system, everyone], verdict: 'fail' },
  { name: 'Users', readers: [users], verdict: 'fail' },
  { name: 'all services', readers: [{ sid: 'S-1-5-80-0', name: null }], verdict: 'fail' },
  { name: 'a person', readers: [anna], verdict: 'fail' },
  { name: 'a direct member of Administrators', readers: [anna], groups: [group(ADMINISTRATORS, ['anna', anna.sid])], verdict: 'pass' },
  {
    name: 'a member of a group within Administrators',
    readers: [anna],
    groups: [...nested, group(`${MACHINE}-3000`, ['anna', anna.sid], ['back', ADMINISTRATORS])],
    verdict: 'pass',
  },
  { name: 'a group within Administrators', readers: [{ sid: `${CORP}-1500`, name: null }], groups: nested, verdict: 'pass' },
  {
    name: 'a group of Windows that is in Administrators',
    readers: [users],
    groups: [group(ADMINISTRATORS, ['Users', users.sid])],
    verdict: 'pass',
  },
  {
    name: 'a group of Windows that is in a group within Administrators',
    readers: [users],
    groups: [group('S-1-5-32-551'), ...nested, group(`${MACHINE}-3000`, ['back', ADMINISTRATORS], ['Users', users.sid])],
    verdict: 'pass',
  },
  {
    name: 'a group of Windows that is in another group',
    readers: [users],
    groups: [group('S-1-5-32-551', ['Users', users.sid])],
    verdict: 'fail',
  },
  { name: 'a group outside Administrators', readers: [{ sid: `${MACHINE}-3001`, name: 'ERP01\\Sync' }], groups: nested, verdict: 'fail' },
  { name: 'Domain Admins that are no administrators here', readers: [{ sid: `${CORP}-512`, name: null }], verdict: 'fail' },
  {
    name: 'an administrator by way of the groups of the domain',
    readers: [{ sid: `${CORP}-1700`, name: 'CORP\\bert' }],
    groups: nested,
    facts: { 'account-groups': { accounts: [{ name: 'CORP\\bert', sid: `${CORP}-1700`, groups: [`${CORP}-1500`], complete: true }] } },
    verdict: 'pass',
  },
  {
    name: 'anybody who signs in is an administrator',
    readers: [anna],
    groups: [group(ADMINISTRATORS, ['Authenticated Users', 'S-1-5-11'])],
    verdict: 'pass',
  },
  {
    name: 'Everyone, where only those who signed in are administrators',
    readers: [everyone],
    groups: [group(ADMINISTRATORS, ['Authenticated Users', 'S-1-5-11'])],
    verdict: 'fail',
  },
  { name: "the service's local account", readers: [system, sync], services: own, verdict: 'pass' },
  { name: "the service's account by SID alone", readers: [{ sid: SYNC_SID, name: null }], services: own, verdict: 'pass' },
  {
    name: "a stopped and disabled service's account",
    readers: [sync],
    services: [runs('ERP01\\SYNC', undefined, { state: 'stopped', startMode: 'disabled' })],
    verdict: 'pass',
  },
  { name: "a service's account that the key does not name", readers: [anna], services: own, verdict: 'fail' },
  {
    name: 'LocalService',
    readers: [{ sid: 'S-1-5-19', name: 'NT-AUTORITÄT\\Lokaler Dienst' }],
    services: [runs('NT AUTHORITY\\LocalService')],
    verdict: 'pass',
  },
  {
    name: 'NetworkService by SID alone',
    readers: [{ sid: 'S-1-5-20', name: null }],
    services: [runs('NT AUTHORITY\\NetworkService')],
    verdict: 'pass',
  },
  {
    name: 'NetworkService of no service here',
    readers: [{ sid: 'S-1-5-20', name: null }],
    services: [runs('LocalSystem')],
    verdict: 'fail',
  },
  { name: 'a virtual account by name', readers: [virtual], services: [runs('NT SERVICE\\ErpConnector')], verdict: 'pass' },
  {
    name: 'a virtual account by SID alone',
    readers: [{ sid: VIRTUAL_SID, name: null }],
    services: [runs('NT SERVICE\\ErpConnector', undefined, { accountSid: VIRTUAL_SID })],
    verdict: 'pass',
  },
  { name: 'the identity of a service that runs as another account', readers: [virtual], services: [runs('LocalSystem')], verdict: 'pass' },
  { name: 'the identity of another service', readers: [{ ...virtual, name: 'NT SERVICE\\Other' }], services: own, verdict: 'fail' },
  { name: 'a virtual account that nothing names', readers: [{ sid: VIRTUAL_SID, name: null }], services: own, verdict: 'attention' },
  {
    name: 'a managed account',
    readers: [{ sid: `${CORP}-1800`, name: 'CORP\\gmsa$' }],
    services: [runs('CORP\\gmsa$')],
    verdict: 'pass',
  },
  {
    name: 'a service account without a SID',
    readers: [{ sid: `${CORP}-9`, name: null }],
    services: [runs('CORP\\svc')],
    verdict: 'attention',
  },
  {
    name: 'the account of a program beside the folder',
    readers: [sync],
    services: [runs('.\\sync', 'C:\\ConnectorData\\x.exe')],
    verdict: 'fail',
  },
  { name: 'the account of a program elsewhere', readers: [sync], services: [runs('.\\sync', 'C:\\Windows\\x.exe')], verdict: 'fail' },
  {
    name: 'other spellings of the folder and the program',
    readers: [sync],
    services: [runs('.\\sync', '"c:\\CONNECTOR\\bin\\connector.exe" -service')],
    location: '"C:/connector\\\\"',
    verdict: 'pass',
  },
  { name: 'a shortened path of the program', readers: [sync], services: [runs('.\\sync', 'C:\\CONNEC~1\\c.exe')], verdict: 'attention' },
  { name: 'a shortened path of the folder', readers: [sync], services: own, location: 'C:\\CONNEC~1', verdict: 'attention' },
  { name: 'another account beside a shortened path', readers: [anna], services: [runs('.\\sync', 'C:\\CONNEC~1\\c.exe')], verdict: 'fail' },
  { name: 'a folder that others share', readers: [sync], services: own, location: 'C:\\', verdict: 'attention' },
  { name: 'a person, with a folder that others share', readers: [anna], services: own, location: 'C:\\', verdict: 'fail' },
  { name: 'services missing: an account that may run one', readers: [sync], services: undefined, verdict: 'attention' },
  { name: 'services missing: LocalService', readers: [{ sid: 'S-1-5-19', name: null }], services: undefined, verdict: 'attention' },
  { name: 'services missing: Domain Users', readers: [{ sid: `${CORP}-513`, name: null }], services: undefined, verdict: 'fail' },
  { name: 'groups missing: Domain Users', readers: [{ sid: `${CORP}-513`, name: null }], groups: undefined, verdict: 'attention' },
  { name: 'services missing: Users', readers: [users], services: undefined, verdict: 'fail' },
  { name: 'services missing: all services', readers: [{ sid: 'S-1-5-80-0', name: null }], services: undefined, verdict: 'fail' },
  { name: 'groups missing: an account that may be an administrator', readers: [anna], groups: undefined, verdict: 'attention' },
  { name: 'groups missing: LocalService', readers: [{ sid: 'S-1-5-19', name: null }], groups: undefined, verdict: 'fail' },
  { name: "groups missing: the service's account", readers: [sync], services: own, groups: undefined, verdict: 'pass' },
  { name: 'groups missing: Everyone', readers: [everyone], groups: undefined, verdict: 'fail' },
  { name: 'nobody', readers: [], verdict: 'attention' },
]

describe('connector-key-guarded', () => {
  it.each(rows)('$name: $verdict', ({ readers, verdict, ...server }) => {
    const item = of(readers, server)
    expect(item.verdict).toBe(verdict)
    expect(renderedTexts(check, item).join()).not.toContain('{{')
  })

  it('lists everyone who can read a key, and each key of theirs', () => {
    const other = privateKey({ path: 'D:\\Keys\\other', readableBy: [everyone, users] })
    const item = ofInstallations([installation({ keys: [privateKey({ readableBy: [everyone, anna, system] }), other] })], {
      services: { services: [] },
      'local-groups': { groups: [] },
    })
    expect(saidBy(item)).toEqual(['foreign: Inventory Advisor: Jeder: ERP01\\anna: BUILTIN\\Users'])
    expect(item.evidence.map(({ subject, detail }) => `${subject} ${detail}`)).toEqual([
      `Jeder can read ${FOLDER}\\keys\\id_rsa`,
      `ERP01\\anna can read ${FOLDER}\\keys\\id_rsa`,
      'Jeder can read D:\\Keys\\other',
      'BUILTIN\\Users can read D:\\Keys\\other',
    ])
  })

  it('says what is undecided beside what fails, and names by SID what has no name', () => {
    const item = of([sync, { sid: 'S-1-5-4', name: ' ' }], { services: undefined })
    expect(saidBy(item)).toEqual([
      'foreign: Inventory Advisor: S-1-5-4',
      'undecided: Inventory Advisor: ERP01\\sync',
      'note/not-looked-at: services',
    ])
  })

  it('grants the account of one connector nothing on the keys of another', () => {
    const keys = [privateKey({ readableBy: [sync] })]
    const item = ofInstallations([installation({ keys }), installation({ product: 'Other', location: 'D:\\Other', keys })], {
      services: { services: own },
      'local-groups': { groups: [] },
    })
    expect(saidBy(item)).toEqual(['foreign: Other: ERP01\\sync'])
  })

  it('looks at private keys alone and misses them where there is none', () => {
    const open = privateKey({ kind: 'public', readableBy: [everyone] })
    expect(saidBy(ofInstallations([installation({ keys: [open] })])).slice(0, 1)).toEqual(['none: Inventory Advisor'])
    expect(ofInstallations([installation({ keys: [open, privateKey()] })]).verdict).toBe('pass')
    const mixed = ofInstallations([installation({ keys: [privateKey()] }), installation({ product: '', location: 'D:\\Other' })])
    expect([mixed.verdict, saidBy(mixed)[0]]).toEqual(['attention', 'none: D:\\Other'])
    const nowhere = ofInstallations([])
    expect([nowhere.verdict, saidBy(nowhere)[0]]).toEqual(['attention', 'no-installation'])
  })

  it('passes without services and groups where nobody needs them, and says what was not looked at', () => {
    const item = of([system], { services: undefined, groups: undefined })
    expect([item.verdict, saidBy(item)]).toEqual([
      'pass',
      [`guarded: ${FOLDER}\\keys\\id_rsa`, 'note/not-looked-at: services: local-groups'],
    ])
  })

  it('keeps its digest when the key moves, not when the reader changes', () => {
    const digest = (reader: Reader, path = `${FOLDER}\\key`) =>
      ofInstallations([installation({ keys: [privateKey({ path, readableBy: [reader] })] })]).factsDigest
    expect(digest(everyone, 'D:\\Moved\\key')).toBe(digest(everyone))
    expect(digest(users)).not.toBe(digest(everyone))
  })

  it('cannot be told without the probe, and does not apply where nothing calls for the pack', () => {
    expect(judge(check, { profile: withConnector, facts: { services: { services: [] } } }).verdict).toBe('unknown')
    expect(judge(check, { facts: {} }).verdict).toBe('not-applicable')
  })
})
