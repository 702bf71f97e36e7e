import type { Facts, ProbeId } from '../../facts/index.ts'
import { type ProbeRecord, type Snapshot, snapshotSchemaId } from '../../formats/snapshot.ts'

/** Version of the program that the samples were made with. */
const COLLECTOR_VERSION = '0.1.0'

/** Facts read as a whole; `notes` say what was masked in them. */
export function collected<ProbeFacts>(facts: ProbeFacts, durationMs: number, notes: readonly string[] = []): ProbeRecord<ProbeFacts> {
  return { status: 'ok', durationMs, facts, ...(notes.length === 0 ? {} : { notes }) }
}

/** Facts that lack what could not be read. */
export function partly<ProbeFacts>(facts: ProbeFacts, durationMs: number, notes: readonly string[]): ProbeRecord<ProbeFacts> {
  return { status: 'ok', durationMs, facts, incomplete: true, notes }
}

export function denied(reason: string, durationMs: number): ProbeRecord<never> {
  return { status: 'denied', durationMs, reason }
}

/** Facts of every probe as whole records, with a time that such a probe usually takes. */
export function collectedAll(
  facts: { readonly [Id in ProbeId]: Facts[Id] },
  notes: { readonly [Id in ProbeId]?: readonly string[] } = {},
): Snapshot['probes'] {
  const records = Object.entries(facts).map(([id, each]) => [id, collected(each, usualMs[id as ProbeId], notes[id as ProbeId])])
  return Object.fromEntries(records) as Snapshot['probes']
}

const usualMs: { readonly [Id in ProbeId]: number } = {
  host: 4,
  'local-users': 11,
  'local-groups': 16,
  'account-groups': 23,
  'user-rights': 9,
  services: 87,
  programs: 41,
  processes: 66,
  'remote-access-files': 212,
  listeners: 7,
  'scheduled-tasks': 318,
  'remote-desktop': 3,
  firewall: 58,
  'account-policy': 2,
  logons: 746,
  'sql-server': 1184,
  antivirus: 402,
  updates: 1533,
  'tls-endpoints': 1,
  connector: 14,
}

export function snapshot(
  collectedAt: string,
  collector: { readonly elevated: boolean; readonly userSid: string },
  probes: Snapshot['probes'],
): Snapshot {
  const total = Object.values(probes).reduce((sum, record) => sum + (record?.durationMs ?? 0), 0)
  return { schema: snapshotSchemaId, collectedAt, collector: { version: COLLECTOR_VERSION, ...collector, durationMs: total }, probes }
}
