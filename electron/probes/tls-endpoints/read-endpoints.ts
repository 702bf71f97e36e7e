import type { Facts } from '#shared/facts/index.ts'
import { authorityOf } from '../authority.ts'
import { describeConnectionError } from '../connection-errors.ts'
import type { Notebook } from '../reading.ts'
import { parseEndpoint, type UsableAddress } from './endpoint-address.ts'
import { inParallel } from './in-parallel.ts'
import { PARALLEL_HOSTS, PARALLEL_PATHS } from './limits.ts'
import { type PlainHttp, readPlainHttp } from './plain-http.ts'
import { findWay, type Notes, readWebHost, type Surroundings, silent, type Way } from './web-host.ts'

type EndpointFacts = Facts['tls-endpoints']['endpoints'][number]

export interface EndpointSurroundings extends Surroundings {
  /** where plain HTTP is looked for */
  readonly httpPort: number
}

/** Codes of a name that has no address. */
const NAME_FAILED: ReadonlySet<string | undefined> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'])

/**
 * Reads every address once, in the order given; addresses of one host and port share its handshakes.
 *
 * An address that no time is left for is left out with a note, because nothing is known of it.
 */
export async function readEndpoints(
  given: readonly string[],
  surroundings: EndpointSurroundings,
  notebook: Notebook,
): Promise<EndpointFacts[]> {
  const parsed = given.filter((address) => address.trim() !== '').map(parseEndpoint)
  const addresses = new Map(parsed.map((address) => [address.url, address]))
  const usable = [...addresses.values()].filter((address) => address.kind === 'usable')
  const hosts = [...Map.groupBy(usable, ({ host, port }) => authorityOf(host, port, 0)).values()]
  const read = (await inParallel(hosts, PARALLEL_HOSTS, (host) => readHost(host, surroundings))).flat()
  for (const { notes } of read) for (const { kind, text } of notes) notebook[kind](text)
  const known = new Map(read.flatMap(({ endpoints }) => endpoints).map((endpoint) => [endpoint.url, endpoint]))
  return [...addresses.values()].flatMap((address) => {
    if (address.kind === 'unusable') return [{ url: address.url, ...silent(address.error), plainHttp: null }]
    return known.get(address.url) ?? []
  })
}

interface Note {
  readonly kind: keyof Notes
  readonly text: string
}

interface HostReading {
  readonly endpoints: readonly EndpointFacts[]
  /** kept apart while hosts are read side by side, so that their order does not depend on who answers first */
  readonly notes: readonly Note[]
}

async function readHost(addresses: readonly UsableAddress[], surroundings: EndpointSurroundings): Promise<HostReading> {
  const taken: Note[] = []
  const notes: Notes = {
    gap: (text) => void taken.push({ kind: 'gap', text }),
    remark: (text) => void taken.push({ kind: 'remark', text }),
  }
  const { clock } = surroundings
  const facts = clock.isOver() ? null : await readAddresses(addresses, surroundings, notes)
  // Who did not answer before the time of all was over had less time than it should have.
  if (facts !== null && (facts.some(({ reachable }) => reachable) || !clock.isOver())) return { endpoints: facts, notes: taken }
  const urls = addresses.map(({ url }) => url).join(', ')
  return { endpoints: [], notes: [{ kind: 'gap', text: `${urls} left out: the time for all addresses was over` }] }
}

async function readAddresses(
  addresses: readonly UsableAddress[],
  surroundings: EndpointSurroundings,
  notes: Notes,
): Promise<EndpointFacts[]> {
  const [target] = addresses
  if (target === undefined) return []
  const way = await findWay(target, surroundings, notes)
  const [facts, plain] = await Promise.all([
    way.open ? readWebHost(target, way, surroundings, notes) : way.facts,
    inParallel(addresses, PARALLEL_PATHS, (address) => readPlain(address, way, surroundings)),
  ])
  return addresses.map(({ url }, index) => {
    const { kind = null, reason = null } = plain[index] ?? {}
    if (reason !== null) notes.remark(`what plain HTTP of ${url} does is not known: ${reason}`)
    return { url, ...facts, plainHttp: kind }
  })
}

/** A name that could not be resolved is not asked for again: it would only wait again. */
async function readPlain({ host, path }: UsableAddress, way: Way, { httpPort, clock }: EndpointSurroundings): Promise<PlainHttp> {
  if (!way.open && NAME_FAILED.has(way.code)) return { kind: null, reason: describeConnectionError(way.code) }
  const address = way.open ? (way.address ?? host) : host
  return await readPlainHttp({ address, host, path }, httpPort, clock)
}
