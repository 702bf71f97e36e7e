import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { NamedUse, Reading } from '#shared/rotation/preflight/readings.ts'
import { type IisIdentity, parseIisConfiguration, parseIisRedirection } from '../../policy/iis-config.ts'
import { read, unreadFile } from './reading.ts'

const KINDS: Readonly<Record<IisIdentity['kind'], NamedUse['kind']>> = {
  pool: 'iis-pool',
  'virtual-directory': 'iis-virtual-directory',
  'anonymous-user': 'iis-anonymous-user',
}

/** How a default that holds for every pool or directory is called: by no name that a person could have given. */
const DEFAULT_NAME = '*'

type FileText = { readonly text: string | null } | Exclude<Reading<never>, { readonly status: 'read' }>

/**
 * Accounts that IIS signs in with, by the name alone.
 *
 * Source: `inetsrv\config` in the system directory of a 64-bit process, which administrators alone can read. Without that file there
 * is no IIS. A farm that keeps its configuration on a share says so in a second file: what the share holds is then not known.
 */
export async function readWebServer(systemDirectory: string): Promise<Reading<readonly NamedUse[]>> {
  const redirection = await textOf(configurationFile(systemDirectory, 'iis-configuration'))
  if ('status' in redirection) return redirection
  const elsewhere = redirection.text === null ? null : parseIisRedirection(redirection.text)
  if (redirection.text !== null && elsewhere === null) return notUnderstood('redirection.config')
  if (elsewhere?.enabled === true) {
    const { account, path } = elsewhere
    const uses: readonly NamedUse[] = account === '' ? [] : [{ kind: 'iis-configuration', name: path, account }]
    return read(uses, [`the configuration of IIS lies in ${path}`])
  }
  const file = await textOf(configurationFile(systemDirectory, 'iis-pool'))
  if ('status' in file) return file
  if (file.text === null) return read([])
  const configuration = parseIisConfiguration(file.text)
  if (configuration === null) return notUnderstood('applicationHost.config')
  const uses = configuration.identities.map(({ kind, name, account }) => ({ kind: KINDS[kind], name: name || DEFAULT_NAME, account }))
  return read(uses, configuration.gaps)
}

/** The file that an identity of this kind stands in: where a farm keeps its configuration stands in one of its own. */
export const configurationFile = (systemDirectory: string, kind: NamedUse['kind']): string =>
  join(systemDirectory, 'inetsrv', 'config', kind === 'iis-configuration' ? 'redirection.config' : 'applicationHost.config')

/** Null: there is no such file. */
async function textOf(path: string): Promise<FileText> {
  try {
    return { text: await readFile(path, 'utf8') }
  } catch (error) {
    return unreadFile(path, error) ?? { text: null }
  }
}

function notUnderstood(name: string): Extract<Reading<never>, { readonly reason: string }> {
  return { status: 'failed', reason: `${name} is no configuration of IIS, or was cut short` }
}
