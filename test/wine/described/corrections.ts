import type { Facts } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { factsOf } from './facts-of.ts'

/** Where a sample says what no Windows would: why, and what it would say instead. */
export interface Correction {
  readonly why: string
  readonly correct: (snapshot: Snapshot) => { readonly [Id in keyof Facts]?: Facts[Id] }
}

/** Each changes the sample that it was made for, or it has no business here any more. */
export const corrections: readonly Correction[] = [
  {
    why: 'nothing that may be read tells whether the local policy asks for complex passwords',
    correct: (snapshot) => {
      const { complexity: _notTold, ...policy } = factsOf(snapshot, 'account-policy')
      return { 'account-policy': policy }
    },
  },
  {
    why: 'the path of a running program is written as on disk, whatever its service has',
    correct: (snapshot) => ({
      processes: {
        processes: factsOf(snapshot, 'processes').processes.map((process) => ({
          ...process,
          path: process.path?.replace('C:\\Windows\\system32\\', 'C:\\Windows\\System32\\') ?? null,
        })),
      },
    }),
  },
  {
    why: 'Windows names the authority of service accounts in capitals, whatever the service has',
    correct: (snapshot) => ({
      processes: {
        processes: factsOf(snapshot, 'processes').processes.map((process) => ({
          ...process,
          account: process.account?.replace('NT Service\\', 'NT SERVICE\\') ?? null,
        })),
      },
    }),
  },
  {
    why: 'found are the folders that the catalogue names, not what lies in them',
    correct: (snapshot) => ({
      'remote-access-files': {
        present: factsOf(snapshot, 'remote-access-files').present.map(({ tool, path }) => ({
          tool,
          path: path.replace(/\\\d{4}$/, '').replace(/\\system\.conf$/, ''),
        })),
      },
    }),
  },
  {
    why: 'the program of a firewall rule is told with its variables replaced, and its ports with a comma alone between them',
    correct: (snapshot) => {
      const { profiles, inboundAllow } = factsOf(snapshot, 'firewall')
      const rules = inboundAllow.map((rule) => ({
        ...rule,
        program: rule.program?.replace(/^%SystemRoot%/i, 'C:\\Windows') ?? null,
        localPorts: rule.localPorts.replaceAll(', ', ','),
      }))
      return { firewall: { profiles, inboundAllow: rules } }
    },
  },
]

/** The snapshot as a Windows would tell it. */
export function corrected(snapshot: Snapshot): Snapshot {
  return corrections.reduce(corrects, snapshot)
}

export function corrects(snapshot: Snapshot, { correct }: Correction): Snapshot {
  const changed = Object.entries(correct(snapshot)).map(([id, facts]) => {
    const record = snapshot.probes[id as keyof Facts]
    return [id, record?.status === 'ok' ? { ...record, facts } : record]
  })
  return { ...snapshot, probes: { ...snapshot.probes, ...Object.fromEntries(changed) } }
}
