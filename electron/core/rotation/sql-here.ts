import { placesOf } from '../../probes/sql-server/places.ts'
import type { SqlPorts } from '../../rotation/server/sql-acts.ts'
import { createSqlPorts, type SqlPlaces } from '../../rotation/server/sql-ports.ts'
import type { SqlServerAddress } from '../../sql/server-name.ts'
import type { Windows } from '../../win32/windows.ts'

/** The instances of this machine, to be asked and to be changed. */
export function sqlHere(windows: Windows, parts: Pick<SqlPlaces, 'administratorOf' | 'now' | 'run'>): SqlPorts {
  return createSqlPorts({
    ...parts,
    odbc: windows.odbc,
    addressOf: (instance) => addressOf(windows, instance),
    trustCertificate: false,
  })
}

/** By the port that the registry names. */
function addressOf(windows: Windows, instance: string): SqlServerAddress | null {
  const places = placesOf(windows, { server: instance, signIn: { kind: 'integrated' }, trustCertificate: false })
  return places.ok ? (places.value[0]?.address ?? null) : null
}
