import type { Facts } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { namedAccounts, USES } from './accounts.ts'
import { constant, structures, table, texts } from './c-source.ts'
import { factsOf, msBefore } from './facts-of.ts'
import { machineTables } from './machine-tables.ts'
import { serviceTable } from './services.ts'

/** The header `tables.h`: what the made libraries say, so that a collection at the snapshot's own time reads it back. */
export function describedTables(snapshot: Snapshot): string {
  const accounts = namedAccounts(snapshot).map(({ authority, name, sid, use }) => [authority, name, sid, use])
  return [
    ...hostConstants(snapshot),
    table('described_account', 'accounts', accounts),
    userTable(snapshot),
    ...groupTables(snapshot),
    rightTable(snapshot),
    authorizationTable(snapshot),
    ...policyConstants(snapshot),
    serviceTable(snapshot),
    ...machineTables(snapshot),
  ].join('\n')
}

/** DSROLE_MACHINE_ROLE and wProductType by membership. */
const ROLES = { workgroup: [2, 3], domain: [3, 3], 'domain-controller': [5, 2] } as const

function hostConstants(snapshot: Snapshot): readonly string[] {
  const host = factsOf(snapshot, 'host')
  const [machineRole, productType] = ROLES[host.membership]
  const [build = ''] = host.os.build.split('.')
  return [
    constant('COMPUTER_NAME', host.name),
    constant('MACHINE_ROLE', machineRole),
    constant('DOMAIN_FLAT', host.netbiosDomain ?? 'WORKGROUP'),
    constant('DOMAIN_DNS', host.domain),
    constant('PRODUCT_TYPE', host.os.server ? productType : 1),
    constant('BUILD_NUMBER', Number(build)),
    constant('UPTIME_MS', msBefore(snapshot, host.bootedAt ?? snapshot.collectedAt)),
    constant('READER_SID', snapshot.collector.userSid ?? ''),
    constant('READER_ELEVATED', Number(snapshot.collector.elevated)),
  ]
}

/** UF_ constants of lmaccess.h. */
const FLAGS = {
  script: 0x1,
  disabled: 0x2,
  locked: 0x10,
  noPassword: 0x20,
  cannotChange: 0x40,
  normal: 0x200,
  neverExpires: 0x10000,
} as const

type LocalUser = Facts['local-users']['users'][number]

function flagsOf(user: LocalUser): number {
  const set = [
    FLAGS.script,
    FLAGS.normal,
    user.enabled ? 0 : FLAGS.disabled,
    user.lockedOut ? FLAGS.locked : 0,
    user.passwordRequired ? 0 : FLAGS.noPassword,
    user.passwordExpires ? 0 : FLAGS.neverExpires,
    user.cannotChangePassword === true ? FLAGS.cannotChange : 0,
  ]
  return set.reduce((flags, flag) => flags | flag, 0)
}

function userTable(snapshot: Snapshot): string {
  const rows = factsOf(snapshot, 'local-users').users.map((user) => [
    user.name,
    user.sid,
    user.fullName,
    user.comment,
    flagsOf(user),
    user.passwordLastSet === null ? 0 : msBefore(snapshot, user.passwordLastSet) / 1000,
    // A password that was never set has to be changed at the next sign-in.
    Number(user.passwordLastSet === null),
    user.lastLogon === null ? 0 : Date.parse(user.lastLogon) / 1000,
    user.badPasswordCount ?? 0xffffffff,
  ])
  return table('described_user', 'users', rows)
}

/** On a domain controller, groups of the domain stand beside the local ones. */
const DOMAIN_GROUP = /^S-1-5-21-(?:\d+-){3}51[289]$/

function groupTables(snapshot: Snapshot): readonly string[] {
  const { groups } = factsOf(snapshot, 'local-groups')
  const row = ({ name, members }: (typeof groups)[number]) => [
    name,
    structures(
      'described_member',
      members.map((member) => [member.name === member.sid ? null : member.name, member.sid, USES[member.kind]]),
    ),
  ]
  const isOfDomain = ({ sid }: (typeof groups)[number]): boolean => DOMAIN_GROUP.test(sid)
  const [someUser] = factsOf(snapshot, 'local-users').users
  return [
    table('described_group', 'groups', groups.filter((group) => !isOfDomain(group)).map(row)),
    table('described_group', 'domain_groups', groups.filter(isOfDomain).map(row)),
    constant('DATABASE_SID', someUser?.sid.replace(/-\d+$/, '') ?? null),
  ]
}

function rightTable(snapshot: Snapshot): string {
  const rights = Object.entries(factsOf(snapshot, 'user-rights').rights)
  return table(
    'described_list',
    'rights',
    rights.map(([right, holders]) => [right, texts(holders.map(({ sid }) => sid))]),
  )
}

function authorizationTable(snapshot: Snapshot): string {
  const { accounts } = factsOf(snapshot, 'account-groups')
  return table(
    'described_list',
    'account_groups',
    accounts.map(({ sid, groups }) => [sid, texts(groups)]),
  )
}

const SECONDS_PER_DAY = 86_400

/** TIMEQ_FOREVER of lmaccess.h. */
const FOREVER = 0xffffffff

function policyConstants(snapshot: Snapshot): readonly string[] {
  const policy = factsOf(snapshot, 'account-policy')
  return [
    constant('MIN_PASSWORD_LENGTH', policy.minPasswordLength),
    constant('MAX_PASSWORD_AGE', policy.maxPasswordAgeDays === null ? FOREVER : policy.maxPasswordAgeDays * SECONDS_PER_DAY),
    constant('MIN_PASSWORD_AGE', (policy.minPasswordAgeDays ?? 0) * SECONDS_PER_DAY),
    constant('PASSWORD_HISTORY', policy.passwordHistory),
    constant('LOCKOUT_THRESHOLD', policy.lockoutThreshold),
    constant('LOCKOUT_SECONDS', (policy.lockoutMinutes ?? 0) * 60),
  ]
}
