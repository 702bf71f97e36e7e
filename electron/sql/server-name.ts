/** Where an instance is to be found. */
export interface SqlServerAddress {
  readonly host: string
  /** null: by its port alone, or the default instance */
  readonly instance: string | null
  /** null: the usual one, or the one that the SQL Browser tells */
  readonly port: number | null
  /** it is installed on this machine: it can be reached without a network */
  readonly isHere?: true
}

/** Port of a default instance. */
export const DEFAULT_PORT = 1433

/** Names by which people call this machine itself. */
const THIS_MACHINE = /^(?:\.|\(local\)|\(localdb\)|localhost)$/i

const MAX_PORT = 65_535

/**
 * Reads a name as SQL Server's own tools write it: `HOST`, `HOST\INSTANCE`, `HOST,PORT`, with `tcp:` before it; null: it is none.
 *
 * A port decides: the instance beside it is only a name then. `MSSQLSERVER` is the default instance.
 */
export function parseServerName(text: string): SqlServerAddress | null {
  const name = text.trim().replace(/^tcp:/i, '')
  const match = /^([^\\,;={}"'\s]+)(?:\\([^\\,;={}"'\s]+))?(?:,\s*(\d{1,5}))?$/u.exec(name)
  if (match === null) return null
  const [, given = '', instance, digits] = match
  if (/^(?:np|lpc):/i.test(given) || given.startsWith('(localdb)')) return null
  const port = digits === undefined ? null : Number(digits)
  if (port !== null && (port === 0 || port > MAX_PORT)) return null
  const host = THIS_MACHINE.test(given) ? '127.0.0.1' : given.replace(/^\[(.*)\]$/, '$1')
  const isDefault = instance === undefined || /^mssqlserver$/i.test(instance)
  return { host, instance: isDefault ? null : instance, port }
}
