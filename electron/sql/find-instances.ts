import type { Registry } from '../win32/registry.ts'
import { errorCodes, succeeded, type Win32Result } from '../win32/result.ts'
import { DEFAULT_PORT } from './server-name.ts'

/** An instance that is installed on this machine. */
export interface InstalledInstance {
  /** `MSSQLSERVER` for the default one */
  readonly name: string
  readonly version: string
  /** null: TCP is switched off, so that only programs of this machine reach it by other ways */
  readonly port: number | null
}

const ROOT = 'SOFTWARE\\Microsoft\\Microsoft SQL Server'
/** Name of the instance that needs none. */
export const DEFAULT_INSTANCE = 'MSSQLSERVER'

/**
 * Instances of this machine with their ports.
 *
 * Source: `Instance Names\SQL` names each with its id; `<id>\Setup` has the version, `<id>\MSSQLServer\SuperSocketNetLib\Tcp\IPAll` the
 * ports. No such key: SQL Server is not installed.
 */
export function findInstalledInstances(registry: Registry): Win32Result<readonly InstalledInstance[]> {
  const names = registry.key({ root: 'HKEY_LOCAL_MACHINE', path: `${ROOT}\\Instance Names\\SQL`, view: '64-bit' }, (key) => key.values())
  const listed = names.ok ? names.value : names
  if (!listed.ok) return listed.failure.code === errorCodes.fileNotFound ? succeeded([]) : listed
  return succeeded(listed.value.flatMap(({ name, value }) => (value.kind === 'text' ? [readInstance(registry, name, value.text)] : [])))
}

function readInstance(registry: Registry, name: string, id: string): InstalledInstance {
  const text = (path: string, value: string): string => {
    const key = registry.key({ root: 'HKEY_LOCAL_MACHINE', path: `${ROOT}\\${id}\\${path}`, view: '64-bit' }, (each) => each.value(value))
    const answer = key.ok ? key.value : key
    if (!answer.ok || answer.value === null) return ''
    return answer.value.kind === 'text' ? answer.value.text.trim() : answer.value.kind === 'number' ? String(answer.value.number) : ''
  }
  const tcp = 'MSSQLServer\\SuperSocketNetLib\\Tcp'
  const ports = [text(`${tcp}\\IPAll`, 'TcpPort').split(',')[0], text(`${tcp}\\IPAll`, 'TcpDynamicPorts')].map(Number)
  const port = ports.find((each) => Number.isInteger(each) && each > 0) ?? (name === DEFAULT_INSTANCE ? DEFAULT_PORT : null)
  return { name, version: text('Setup', 'Version'), port: text(tcp, 'Enabled') === '0' ? null : port }
}
