import type { Facts } from '#shared/facts/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { loadSample } from '#shared/samples/index.ts'

/** What a very large server of about 10 MB holds; other sizes keep these proportions. */
const PER_TEN_MEGABYTES = { users: 10_000, programs: 5_000, services: 2_000, rightsAndMembers: 50_000 }

const MACHINE_SID = 'S-1-5-21-376904218-1892255407-3041587760'

const rows = <Row>(count: number, make: (index: number) => Row): Row[] => Array.from({ length: count }, (_, index) => make(index))

/** The typical sample server with as many users, programs, services, rights and members as make up the size (in megabytes of JSON). */
export function largeSnapshot(megabytes: number): { readonly snapshot: Snapshot; readonly profile: Profile; readonly now: string } {
  const { snapshot, profile, now } = loadSample('typical')
  const count = (name: keyof typeof PER_TEN_MEGABYTES): number => Math.ceil((PER_TEN_MEGABYTES[name] * megabytes) / 10)
  const users = rows(count('users'), user)
  const members = rows(count('rightsAndMembers') / 2, (index) => users[index % users.length] as (typeof users)[number])
  return {
    profile,
    now,
    snapshot: {
      ...snapshot,
      probes: {
        ...snapshot.probes,
        ...enlarged(snapshot, 'local-users', (facts) => ({ users: [...facts.users, ...users] })),
        ...enlarged(snapshot, 'programs', (facts) => ({ programs: [...facts.programs, ...rows(count('programs'), program)] })),
        ...enlarged(snapshot, 'services', (facts) => ({ services: [...facts.services, ...rows(count('services'), service)] })),
        ...enlarged(snapshot, 'local-groups', (facts) => ({ groups: [...facts.groups, ...groupsOf(members)] })),
        ...enlarged(snapshot, 'user-rights', (facts) => ({
          rights: { ...facts.rights, SeBatchLogonRight: members.map(({ sid, name }) => ({ sid, name: `ERP01\\${name}` })) },
        })),
      },
    },
  }
}

function enlarged<Id extends keyof Facts>(snapshot: Snapshot, id: Id, change: (facts: Facts[Id]) => Facts[Id]): Snapshot['probes'] {
  const record = snapshot.probes[id]
  if (record?.status !== 'ok') throw new Error(`the typical sample has no ${id}`)
  return { [id]: { ...record, facts: change(record.facts as Facts[Id]) } }
}

function user(index: number): Facts['local-users']['users'][number] {
  return {
    name: `clerk${index}`,
    sid: `${MACHINE_SID}-${20_000 + index}`,
    fullName: `Warehouse clerk ${index}`,
    comment: `Order desk, section ${index % 40}`,
    enabled: index % 7 !== 0,
    lockedOut: false,
    passwordRequired: true,
    passwordExpires: true,
    passwordLastSet: '2026-08-03T07:12:09Z',
    lastLogon: index % 3 === 0 ? null : '2026-11-02T06:58:41Z',
  }
}

function program(index: number): Facts['programs']['programs'][number] {
  return {
    name: `Warehouse module ${index}`,
    publisher: 'Sample Software',
    version: `12.${index % 50}.0`,
    installedOn: '2025-07-30',
    location: `C:\\Program Files\\Sample Software\\Module ${index}\\`,
    uninstallCommand: `"C:\\Program Files\\Sample Software\\Module ${index}\\uninstall.exe" /quiet`,
    scope: 'machine',
  }
}

function service(index: number): Facts['services']['services'][number] {
  return {
    name: `SampleModule${index}`,
    displayName: `Sample Module ${index}`,
    account: `.\\clerk${index}`,
    accountSid: `${MACHINE_SID}-${20_000 + index}`,
    executable: `C:\\Program Files\\Sample Software\\Module ${index}\\service.exe`,
    state: 'running',
    startMode: 'auto',
  }
}

/** Groups of fifty, each a member of the one before. */
function groupsOf(members: readonly { readonly sid: string; readonly name: string }[]): Facts['local-groups']['groups'] {
  const size = 50
  return rows(Math.ceil(members.length / size), (index) => {
    const own = members
      .slice(index * size, (index + 1) * size)
      .map(({ sid, name }) => ({ name: `ERP01\\${name}`, sid, kind: 'user' as const }))
    const next = { name: `ERP01\\section${index + 1}`, sid: groupSid(index + 1), kind: 'group' as const }
    return { name: `section${index}`, sid: groupSid(index), members: [...own, ...(index % 20 === 19 ? [] : [next])] }
  })
}

const groupSid = (index: number): string => `${MACHINE_SID}-${400_000 + index}`
