import { DEFAULT_INSTANCE, findInstalledInstances } from '../../sql/find-instances.ts'
import type { SqlRequest } from '../../sql/request.ts'
import { parseServerName, type SqlServerAddress } from '../../sql/server-name.ts'
import { succeeded, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'

/** One instance to read. */
export interface Place {
  readonly address: SqlServerAddress
  /** what it is called until it tells its own name */
  readonly name: string
}

/** The server that was asked for, or the instances of this machine. */
export function placesOf(windows: Windows, { server }: SqlRequest): Win32Result<readonly Place[]> {
  // Nobody's name: nothing will be found under it, and that is what the facts then say.
  if (server !== null)
    return succeeded([{ name: server, address: namedPlace(windows, server) ?? { host: '', instance: null, port: null } }])
  const installed = findInstalledInstances(windows.registry)
  if (!installed.ok) return installed
  const computer = windows.system.computerName()
  const host = computer.ok ? computer.value : '.'
  return succeeded(
    installed.value.map(({ name, port }) => {
      const instance = name === DEFAULT_INSTANCE ? null : name
      return { name: instance === null ? host : `${host}\\${name}`, address: { host: '127.0.0.1', instance, port, isHere: true } }
    }),
  )
}

/** Of an instance of this machine the registry tells the port, also where the SQL Browser is off. */
function namedPlace(windows: Windows, server: string): SqlServerAddress | null {
  const address = parseServerName(server)
  if (address === null || address.port !== null || !isHere(windows, address.host)) return address
  const wanted = (address.instance ?? DEFAULT_INSTANCE).toLowerCase()
  const installed = findInstalledInstances(windows.registry)
  const found = installed.ok ? installed.value.find(({ name }) => name.toLowerCase() === wanted) : undefined
  return found === undefined ? address : { ...address, port: found.port, isHere: true }
}

function isHere({ system }: Windows, host: string): boolean {
  const computer = system.computerName()
  return host === '127.0.0.1' || (computer.ok && computer.value.toLowerCase() === host.toLowerCase())
}
