import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { ProbeRecord } from '#shared/formats/snapshot.ts'
import type { SqlRequest } from '../sql/request.ts'
import type { Windows } from '../win32/windows.ts'

/** Probes of one area share a worker process: what ends it ends them, and no others. */
export type Area = (typeof areas)[number]

export const areas = ['host', 'services', 'programs', 'accounts', 'management', 'network', 'sql'] as const

/** What a probe may use; it keeps nothing between two readings. */
export interface ProbeContext {
  readonly windows: Windows
  readonly now: () => Date
  /** Variables of this machine for paths like `%ProgramFiles%\…`. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What is known of this server: it names addresses and accounts to look at. Empty where nothing is. */
  readonly profile: Profile
  /** How to sign in to SQL Server; absent: nobody said. */
  readonly sql?: SqlRequest
}

/** A probe's record without the time it took, which the collector measures. */
export type ProbeReading<ProbeFacts> = WithoutDuration<ProbeRecord<ProbeFacts>>

type WithoutDuration<ProbeResult> = ProbeResult extends unknown ? Omit<ProbeResult, 'durationMs'> : never

/** Reads one kind of facts. It decides nothing: what the facts mean is for the checks. */
export interface Probe<Id extends ProbeId = ProbeId> {
  readonly id: Id
  readonly area: Area
  /** Expected refusals come back as a reading; a throw is a bug, and is recorded as `failed`. */
  read(context: ProbeContext): ProbeReading<Facts[Id]> | Promise<ProbeReading<Facts[Id]>>
}

/** A probe of any id, as lists of probes hold it. */
export type AnyProbe = { readonly [Id in ProbeId]: Probe<Id> }[ProbeId]
