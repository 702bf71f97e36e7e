import type { Snapshot } from '#shared/formats/snapshot.ts'
import { factsOf } from './facts-of.ts'

/** A name that Windows resolves, in both directions. */
export interface NamedAccount {
  readonly authority: string
  readonly name: string
  readonly sid: string
  /** SID_NAME_USE of winnt.h */
  readonly use: number
}

/** SID_NAME_USE of winnt.h by what a group's member is. */
export const USES = { user: 1, group: 2, alias: 4, 'well-known': 5, unknown: 8 } as const

/** Every account that the snapshot names, each SID once, under the name that Windows itself gives it. */
export function namedAccounts(snapshot: Snapshot): readonly NamedAccount[] {
  const host = factsOf(snapshot, 'host')
  const computer = host.membership === 'domain-controller' ? (host.netbiosDomain ?? host.name) : host.name
  const { groups } = factsOf(snapshot, 'local-groups')
  const members = groups.flatMap((group) => group.members)
  const { remote, sessions } = factsOf(snapshot, 'logons')
  const named: readonly (readonly [name: string | null, sid: string | null])[] = [
    ...Object.values(factsOf(snapshot, 'user-rights').rights).flatMap((holders) => holders.map(({ name, sid }) => [name, sid] as const)),
    ...factsOf(snapshot, 'local-users').users.map(({ name, sid }) => [`${computer}\\${name}`, sid] as const),
    ...groups.map(({ name, sid }) => [`${sid.startsWith('S-1-5-32-') ? 'BUILTIN' : computer}\\${name}`, sid] as const),
    ...members.map(({ name, sid }) => [name, sid] as const),
    ...[...factsOf(snapshot, 'processes').processes, ...factsOf(snapshot, 'scheduled-tasks').tasks, ...remote, ...sessions].map(
      ({ account, accountSid }) => [account, accountSid] as const,
    ),
    ...factsOf(snapshot, 'services').services.map(({ account, accountSid }) => [account.replace(/^\./, computer), accountSid] as const),
  ]
  const found = new Map<string, NamedAccount>()
  for (const [full, sid] of named) {
    if (full === null || sid === null || full === sid || found.has(sid)) continue
    const [authority, name] = full.includes('\\') ? full.split('\\', 2) : ['', full]
    if (authority === '' && full === 'LocalSystem') continue
    found.set(sid, { authority: authority ?? '', name: name ?? '', sid, use: nameUseOf(sid) })
  }
  return [...found.values()]
}

function nameUseOf(sid: string): number {
  if (sid.startsWith('S-1-5-32-')) return USES.alias
  return sid.startsWith('S-1-5-21-') ? USES.user : USES['well-known']
}
