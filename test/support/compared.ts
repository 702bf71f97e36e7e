import { compareFacts, type FactChange } from '#shared/evaluation/drift.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { localUser, sqlInstance, sqlLogin } from './builders.ts'
import { snapshotOf } from './world.ts'

export type SomeFacts = { readonly [Id in ProbeId]?: Facts[Id] }

/** A snapshot of these facts; `incomplete` marks every probe as read in part. */
export function snapshotWith(facts: SomeFacts, { incomplete }: { readonly incomplete?: true } = {}): Snapshot {
  const snapshot = snapshotOf({ facts })
  if (incomplete === undefined) return snapshot
  const probes = Object.fromEntries(Object.entries(snapshot.probes).map(([id, record]) => [id, { ...record, incomplete }]))
  return { ...snapshot, probes: probes as Snapshot['probes'] }
}

export const changes = (before: SomeFacts, after: SomeFacts): readonly FactChange[] =>
  compareFacts(snapshotWith(before), snapshotWith(after)).facts

export const comparedUser = localUser('svc', { sid: 'S-1-5-21-1-2-3-1001', passwordExpires: false, lastLogon: '2026-02-01T00:00:00Z' })

export const comparedLogin = sqlLogin('sync', {
  sid: '0x01',
  databases: [
    {
      database: 'MAS_ABC',
      user: 'sync',
      owner: false,
      roles: ['db_datareader', 'public'],
      permissions: [],
      effective: ['SELECT'],
      writable: 0,
    },
  ],
})

export const comparedInstance = sqlInstance('ERP01', [comparedLogin], { databases: ['MAS_ABC'] })

export const users = (...list: readonly (typeof comparedUser)[]): SomeFacts => ({ 'local-users': { users: list } })
export const sql = (...list: readonly (typeof comparedInstance)[]): SomeFacts => ({ 'sql-server': { instances: list } })
