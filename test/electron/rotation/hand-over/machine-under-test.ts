import type { SurroundingsPorts } from '#electron/rotation/hand-over/read-surroundings.ts'
import type { RegistryKey } from '#electron/win32/registry.ts'
import type { RegistryValue } from '#electron/win32/registry-values.ts'
import { refused, succeeded } from '#electron/win32/result.ts'

/** How a machine answers; what is absent is as in front of a real machine. */
export interface Machine {
  readonly metrics?: 'local' | 'remote' | 'controlled' | 'refused'
  readonly carrier?: 'console' | 'remote' | 'refused'
  /** name and session of what runs; a session of null is refused */
  readonly processes?: readonly (readonly [name: string, session: number | null])[] | 'refused'
  readonly product?: string | null
  readonly clipboardPolicy?: number
}

const text = (value: string): RegistryValue => ({ kind: 'text', text: value, expandable: false })

/** The parts of Windows that tell who else sees the session. */
export function machineUnderTest({
  metrics = 'local',
  carrier = 'console',
  processes = [],
  product = 'PowerEdge T350',
  clipboardPolicy,
}: Machine = {}): SurroundingsPorts {
  const values: Readonly<Record<string, RegistryValue | null>> = {
    SystemManufacturer: text('Dell Inc.'),
    SystemProductName: product === null ? null : text(product),
    fDisableClip: clipboardPolicy === undefined ? null : { kind: 'number', number: BigInt(clipboardPolicy) },
  }
  const key: RegistryKey = {
    subkeyNames: () => succeeded([]),
    subkey: () => refused('RegOpenKeyExW', 2),
    values: () => succeeded([]),
    value: (name) => succeeded(values[name] ?? null),
  }
  return {
    display: {
      metrics: () =>
        metrics === 'refused'
          ? refused('GetSystemMetrics', 126)
          : succeeded({ isRemoteSession: metrics === 'remote', isRemoteControlled: metrics === 'controlled' }),
    },
    sessions: {
      ownId: () => succeeded(2),
      carrier: () => (carrier === 'refused' ? refused('WTSQuerySessionInformationW', 5) : succeeded(carrier)),
      ofProcess: (id) => {
        const session = typeof processes === 'string' ? null : (processes[id - 1]?.[1] ?? null)
        return session === null ? refused('ProcessIdToSessionId', 87) : succeeded(session)
      },
    },
    processes: {
      list: () =>
        processes === 'refused'
          ? refused('CreateToolhelp32Snapshot', 5)
          : succeeded([{ id: 99, name: 'System' }, ...processes.map(([name], index) => ({ id: index + 1, name }))]),
    },
    registry: { key: (_location, reader) => succeeded(reader(key)) },
    remoteToolOf: (fileName) => (fileName === 'teamviewer_service.exe' ? 'TeamViewer' : null),
  }
}
