import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readInstance } from '#electron/sql/read-instance.ts'
import { sqlServerFacts } from '#shared/facts/sql-server.ts'
import type { DescribedDatabase, DescribedGrant, DescribedLogin, DescribedServer, DescribedUser } from '../../support/tds/described.ts'
import { describedSession } from '../../support/tds/described-session.ts'

const SID_OF_SA = '0x01'
const sidOf = (index: number): string => `0x${(index + 0x1000).toString(16).toUpperCase().padStart(32, '0')}`
/** Users whose login is gone, or that never had one. */
const orphanSid = (index: number): string => `0x0105${(index + 0x9000).toString(16).toUpperCase().padStart(28, '0')}`

const awkward = fc.string({
  unit: fc.constantFrom('a', 'B', 'ß', ']', '[', "'", '"', ';', '-', ' ', '.', '№', '\\', '@'),
  minLength: 1,
  maxLength: 8,
})
const pairs = (ids: readonly number[], members: readonly number[]) =>
  fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...members, ...ids)), { maxLength: 12 })
const grantsOf = (grantees: readonly number[], usual: string): fc.Arbitrary<DescribedGrant[]> =>
  fc.array(
    fc.record({
      grantee: fc.constantFrom(...grantees),
      permission: fc.constantFrom('CONNECT', usual, 'CONTROL', 'VIEW DEFINITION'),
      state: fc.constantFrom('G', 'W', 'D'),
    }),
    { maxLength: 12 },
  )

const LOGINS = 6
const ROLES = [3, 4, 200, 201, 202]
const loginIds = Array.from({ length: LOGINS }, (_, index) => 260 + index)

const logins: fc.Arbitrary<DescribedLogin[]> = fc
  .tuple(
    fc.uniqueArray(awkward, { minLength: LOGINS, maxLength: LOGINS }),
    fc.array(fc.constantFrom('S', 'U', 'G', 'C', 'E'), { minLength: LOGINS, maxLength: LOGINS }),
  )
  .map(([names, types]) => [
    { id: 1, name: 'sa', type: 'S', sid: SID_OF_SA },
    { id: 2, name: 'public', type: 'R', sid: '0x02' },
    ...ROLES.map((id): DescribedLogin => ({ id, name: id === 3 ? 'sysadmin' : `role ] ${id}`, type: 'R', sid: `0x0${id}` })),
    ...loginIds.map((id, index): DescribedLogin => ({ id, name: names[index] ?? '', type: types[index] as 'S', sid: sidOf(index) })),
  ])

const DATABASE_ROLES = [16_384, 16_390, 300, 301, 302]

const database = (name: string): fc.Arbitrary<DescribedDatabase> =>
  fc
    .record({
      order: fc.shuffledSubarray(loginIds.map((_, index) => index)),
      owner: fc.option(fc.nat(LOGINS - 1)),
      dbo: fc.option(fc.constant(0)),
      names: fc.array(awkward, { minLength: LOGINS, maxLength: LOGINS }),
      types: fc.array(fc.constantFrom('S', 'U', 'G', 'C', 'A'), { minLength: LOGINS, maxLength: LOGINS }),
      orphans: fc.nat(2),
      state: fc.constantFrom(0, 0, 0, 6),
      entry: fc.constantFrom(1, 1, 1, 0),
      source: fc.constantFrom(null, null, null, 7),
    })
    .chain(({ order, owner, dbo, names, types, orphans, ...rest }) => {
      // One user for each SID, as SQL Server insists: whoever is dbo is nobody else.
      const [first, ...others] = order
      const dboSid = dbo === null || first === undefined ? SID_OF_SA : sidOf(first)
      const mapped = dbo === null ? order : others
      const users: DescribedUser[] = [
        { id: 0, name: 'public', type: 'R', sid: '0x0105' },
        { id: 1, name: 'dbo', type: 'S', sid: dboSid },
        { id: 2, name: 'guest', type: 'S', sid: '0x00' },
        { id: 3, name: 'sys', type: 'S', sid: null },
        ...DATABASE_ROLES.map(
          (id): DescribedUser => ({ id, name: `role ' ${id}`, type: 'R', sid: `0x06${id}`, owner: id === 302 ? 5 : 1 }),
        ),
        ...mapped.map(
          (login, index): DescribedUser => ({ id: 5 + index, name: `u${names[index]}`, type: types[index] as 'S', sid: sidOf(login) }),
        ),
        ...Array.from(
          { length: orphans },
          (_, index): DescribedUser => ({ id: 100 + index, name: `orphan${index}`, type: 'S', sid: orphanSid(index) }),
        ),
      ]
      const everyone = users.filter(({ type }) => type !== 'R').map(({ id }) => id)
      return fc.record({
        name: fc.constant(name),
        owner: fc.constant(owner === null ? SID_OF_SA : sidOf(owner)),
        users: fc.constant(users),
        members: pairs(DATABASE_ROLES, everyone),
        grants: grantsOf(everyone, 'INSERT'),
        state: fc.constant(rest.state),
        entry: fc.constant(rest.entry),
        source: fc.constant(rest.source),
      })
    })

const server: fc.Arbitrary<DescribedServer> = fc.uniqueArray(awkward, { minLength: 1, maxLength: 4 }).chain((names) =>
  fc.record({
    name: fc.constant('ERP01'),
    version: fc.constant('16.0.1000.6'),
    sight: fc.constantFrom(1, 0, null),
    logins,
    members: pairs(ROLES, loginIds),
    grants: grantsOf(loginIds, 'ALTER TRACE'),
    databases: fc.tuple(...names.map(database)),
  }),
)

/** Everything above `from`, by asking again and again until nothing new comes. */
function above(from: number, members: readonly (readonly [number, number])[]): Set<number> {
  const reached = new Set<number>()
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const [role, member] of members) if (member === from || reached.has(member)) reached.add(role)
  }
  return reached
}

const held = (grants: readonly DescribedGrant[], grantee: number): string[] =>
  grants.filter((grant) => grant.grantee === grantee && grant.state !== 'D').map(({ permission }) => permission)

/** What a login may do in a database, by the rules of SQL Server and by no code of the product. */
function entryOf(sid: string, { users = [], owner, members = [], grants = [] }: DescribedDatabase) {
  const own = users.find((user) => user.sid === sid && user.type !== 'R')
  const isOwner = owner === sid || own?.name === 'dbo'
  const guest = held(grants, 2).includes('CONNECT') ? users.find(({ id }) => id === 2) : undefined
  const user = own ?? (isOwner ? users.find(({ id }) => id === 1) : guest)
  if (user === undefined) return null
  const nameOf = (id: number): string => users.find((each) => each.id === id)?.name ?? ''
  return {
    user: user.name,
    owner: isOwner,
    roles: new Set(['public', ...[...above(user.id, members)].map(nameOf)]),
    permissions: new Set([
      ...held(grants, user.id).filter((permission) => permission !== 'CONNECT'),
      ...users.filter((each) => each.type === 'R' && each.owner === user.id && user.id !== 1).map(({ name }) => `OWNER OF ROLE::${name}`),
    ]),
  }
}

describe('the facts of any server', () => {
  it('are what its logins may do', async () => {
    await fc.assert(
      fc.asyncProperty(server, async (described) => {
        const { instance } = await readInstance(describedSession(described).session, { name: 'asked', logins: [] })
        expect(sqlServerFacts.safeParse({ instances: [instance] }).error).toBeUndefined()
        const known = described.logins.filter(({ type }) => ['S', 'U', 'G'].includes(type))
        expect(instance.logins.map(({ name }) => name)).toEqual(known.map(({ name }) => name))
        const open = described.databases.filter(({ state, entry, source }) => state === 0 && entry === 1 && source === null)
        const isWhole = described.databases.every(({ state, entry, source }) => source !== null || (state === 0 && entry === 1))
        expect(instance.visibility).toBe(isWhole && described.sight === 1 ? 'full' : 'partial')
        for (const [index, login] of known.entries()) {
          const facts = instance.logins[index]
          const roleNames = [...above(login.id, described.members ?? [])].map((id) => described.logins.find((each) => each.id === id)?.name)
          expect(new Set(facts?.serverRoles)).toEqual(new Set(roleNames))
          expect(facts?.serverPermissions).toEqual(held(described.grants ?? [], login.id))
          const entries = open.flatMap((each) => {
            const entry = entryOf(login.sid ?? '', each)
            return entry === null ? [] : [{ database: each.name, ...entry }]
          })
          const found = facts?.databases.map(({ database: name, user, owner, roles, permissions }) => ({
            database: name,
            user,
            owner,
            roles: new Set(roles),
            permissions: new Set(permissions),
          }))
          expect(found).toEqual(entries)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('a big server', () => {
  const [manyLogins, manyDatabases] = [300, 60]
  const big: DescribedServer = {
    name: 'ERP01',
    version: '16.0.1000.6',
    logins: Array.from({ length: manyLogins }, (_, index) => ({
      id: 260 + index,
      name: `login ${index}`,
      type: 'S' as const,
      sid: sidOf(index),
    })),
    databases: Array.from({ length: manyDatabases }, (_, place) => ({
      name: `MAS_${place}`,
      owner: SID_OF_SA,
      users: Array.from({ length: manyLogins }, (_unused, index) => ({
        id: 5 + index,
        name: `user ${index}`,
        type: 'S' as const,
        sid: sidOf(index),
      })),
      members: Array.from({ length: manyLogins }, (_unused, index) => [16_390, 5 + index] as const),
      grants: Array.from({ length: manyLogins }, (_unused, index) => ({ grantee: 5 + index, permission: 'CONNECT' })),
      effective: Object.fromEntries(Array.from({ length: manyLogins }, (_unused, index) => [`login ${index}`, ['CONNECT', 'SELECT']])),
    })),
  }

  it('of 300 logins and 60 databases is asked a bounded number of questions, those that matter first', async () => {
    const { session, asked } = describedSession(big)
    const start = performance.now()
    const { instance, notes } = await readInstance(session, { name: 'asked', logins: ['LOGIN 299'] })
    expect(performance.now() - start).toBeLessThan(5000)
    // Ten of the server, three of each database, two of each pair of login and database up to a limit.
    expect(asked.length).toBeLessThanOrEqual(10 + 3 * manyDatabases + 2 * 500)
    expect(instance.logins).toHaveLength(manyLogins)
    expect(instance.logins.every(({ databases }) => databases.length === manyDatabases)).toBe(true)
    expect(instance.logins.at(-1)?.databases.every(({ effective }) => effective?.length === 2)).toBe(true)
    expect(notes).toContain('what logins really may do was asked for 500 times; the rest is not known')
  })
})
