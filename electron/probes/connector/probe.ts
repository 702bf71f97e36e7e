import type { Facts } from '#shared/facts/index.ts'
import type { Probe, ProbeContext } from '../probe.ts'
import { machineProxyOf, proxyFor, type Target, type WebProxy } from '../proxy.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { findInstallations, type Installation } from './installations.ts'
import { describeKeys } from './key-readers.ts'
import { tryTargets } from './reachability.ts'
import { type FindKeys, searchInstallation } from './search-installation.ts'

type InstallationFacts = Facts['connector']['installations'][number]

/** What the vendors' instructions ask a network to let out. */
const DEFAULT_PORTS = [80, 443]

/** A connector speaks to a handful of servers; more hosts than this are not tried. */
const MAX_HOSTS = 8

/**
 * Connectors: their key files with their readers, and which of their servers answer.
 *
 * Source: services and installed programs that the profile or the list of known products names; the files of their folder and of its
 * counterpart in ProgramData; the access list of each key file. Hosts are those of the product and of the connector's own list of known
 * hosts; without any nothing is tried. Each is tried directly and through the proxy of HTTPS_PROXY or else of WinHTTP. Where a folder, a
 * file or an access list refuses, it is named and the record is incomplete.
 */
export const connectorProbe = createConnectorProbe({
  ports: DEFAULT_PORTS,
  // What keys are read with takes a while to load, and most servers have no connector.
  findKeys: async (...where) => (await import('./key-files.ts')).findKeys(...where),
})

export interface ConnectorParts {
  /** which are tried on every host */
  readonly ports: readonly number[]
  readonly findKeys: FindKeys
}

export function createConnectorProbe(parts: ConnectorParts): Probe<'connector'> {
  return {
    id: 'connector',
    area: 'network',
    read: async (context) => {
      const notebook = createNotebook()
      const found = findInstallations(context, notebook)
      if (!found.ok) return refusal(found.failure)
      const installations: InstallationFacts[] = []
      const machineProxy = machineProxyOf(context.windows, notebook.gap)
      const proxyOf: ProxyOf = (target) => proxyFor(target, machineProxy, context.environment)
      for (const installation of found.value) installations.push(await describe(installation, parts, proxyOf, context, notebook))
      return notebook.reading({ installations })
    },
  }
}

type ProxyOf = (target: Target) => WebProxy | null

async function describe(
  installation: Installation,
  { ports, findKeys }: ConnectorParts,
  proxyOf: ProxyOf,
  context: ProbeContext,
  notebook: Notebook,
): Promise<InstallationFacts> {
  const { product, location } = installation
  const { keys, hosts } = await searchInstallation(location, context.environment, findKeys, notebook)
  const targets = [...new Set([...installation.hosts, ...hosts])].flatMap((host) => ports.map((port) => ({ host, port })))
  const tried = targets.slice(0, MAX_HOSTS * ports.length)
  if (tried.length < targets.length) notebook.gap(`of the hosts of ${product} only ${MAX_HOSTS} were tried`)
  const reachability = [...(await tryTargets(tried, proxyOf))]
  return { product, location, keys: describeKeys(keys, context.windows, notebook), reachability }
}
