import { probes } from '#electron/probes/index.ts'
import type { Area } from '#electron/probes/probe.ts'
import type { ProbeId } from '#shared/facts/index.ts'
import type { LibraryFault, WorkerTrace } from './settings.ts'

/** The probes that are described. SQL Server is another program with a protocol of its own. */
export const describedProbes = probes.filter(({ id }) => id !== 'sql-server')

type Faults = Readonly<Record<string, LibraryFault>>
type Traces = Readonly<Record<string, WorkerTrace>>

/** What broken libraries mean for one probe. */
export type Fate = { readonly kind: 'same' } | { readonly kind: LibraryFault; readonly library: string }

/** The fate of every probe, by what each of them called in a collection where nothing was broken. */
export function fatesOf(traces: Traces, faults: Faults): ReadonlyMap<ProbeId, Fate> {
  return new Map(
    describedProbes.map(({ id, area }): readonly [ProbeId, Fate] => {
      const [library, ...others] = brokenLibrariesOf(traces[area]?.calls[id] ?? [], faults)
      if (others.length > 0) throw new Error(`${id} calls more than one of the broken libraries: which it was cannot be told`)
      return [id, library === undefined ? { kind: 'same' } : { kind: faults[library] ?? 'absent', library }]
    }),
  )
}

/** Areas whose worker waits for ever; the last thing that every worker does is to ask who it runs as. */
export function hangingAreas(traces: Traces, faults: Faults): readonly Area[] {
  const areas = [...new Set(describedProbes.map(({ area }) => area))]
  const hanging = Object.keys(faults).filter((library) => faults[library] === 'hanging')
  if (hanging.some((library) => LIBRARIES_OF_IDENTITY.includes(library))) return areas
  return areas.filter((area) =>
    Object.values(traces[area]?.calls ?? {}).some((calls) =>
      calls.some((call) => hanging.some((library) => call.startsWith(`${library} `))),
    ),
  )
}

/** Who a worker runs as is asked of these. */
export const LIBRARIES_OF_IDENTITY = ['advapi32.dll', 'kernel32.dll']

function brokenLibrariesOf(calls: readonly string[], faults: Faults): readonly string[] {
  return Object.keys(faults).filter((library) => calls.some((call) => call.startsWith(`${library} `)))
}
