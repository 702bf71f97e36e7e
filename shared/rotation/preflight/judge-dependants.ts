import { type Dependant, namedUseReadings } from './dependants.ts'
import { type AdviceKey, found, type PreflightFinding, type UsePlace } from './findings.ts'
import type { LoginToChange } from './input.ts'
import type { Reading } from './readings.ts'
import type { PreflightWorld } from './world.ts'

/** Who brings the new password there. */
export type HandledBy = 'app' | 'hand' | 'nobody' | 'not-needed'

/** Who brings a login's new password to a dependant; `nobody`: this stands in the way. */
export function handledBy(world: PreflightWorld, login: LoginToChange, dependant: Dependant): HandledBy {
  if (dependant.ownedBy === 'sync-tool') return 'app'
  // Whoever else depends goes on with the old login, which is kept.
  if (login.change.kind === 'new-user' || !dependant.keepsPassword) return 'not-needed'
  return world.input.takenByHand.includes(dependant.id) ? 'hand' : 'nobody'
}

/** One finding for each dependant, and one for each restart that follows. */
export function judgeDependants(
  world: PreflightWorld,
  login: LoginToChange,
  dependants: readonly Dependant[],
): readonly PreflightFinding[] {
  return dependants.flatMap((dependant) => {
    const { kind, name, running } = dependant
    const by = handledBy(world, login, dependant)
    const restart = running && by !== 'not-needed' ? [found('warn', 'restart-follows', login.key, { service: name })] : []
    if (by === 'app') return [found('ok', kind === 'task' ? 'updated-task' : 'updated-service', login.key, { name }), ...restart]
    const advised = (level: PreflightFinding['level'], advice: AdviceKey): PreflightFinding => ({
      ...found(level, `used-by-${kind}`, login.key, { name, id: dependant.id }),
      advice,
    })
    if (by === 'hand') return [advised('by-hand', 'do-by-hand'), ...restart]
    if (by === 'nobody') return [advised('stop', 'give-own-user'), ...restart]
    return [advised('warn', login.change.kind === 'new-user' ? 'stays-with-old-user' : 'owner-alone')]
  })
}

/** What could not be asked, or not wholly: from there nobody can tell that nothing depends. */
export function judgeSight(world: PreflightWorld, dependants: readonly Dependant[]): readonly PreflightFinding[] {
  const kinds = new Set(world.input.logins.map(({ kind }) => kind))
  if (!kinds.has('windows') && !kinds.has('sql-server')) return []
  const findings = [...(kinds.has('windows') ? windowsSight(world) : []), ...sqlSight(world)]
  const others = dependants.filter(({ ownedBy }) => ownedBy === 'other')
  return findings.length === 0 && others.length === 0 ? [found('ok', 'uses-none', null)] : findings
}

function windowsSight(world: PreflightWorld): readonly PreflightFinding[] {
  const probes = (['services', 'scheduled-tasks'] as const).flatMap((place) => {
    if (world.facts(place) === undefined) return [found('stop', 'uses-not-known', null, { place })]
    return world.isWhole(place) ? [] : [found('warn', 'uses-partly-known', null, { place })]
  })
  return [...probes, ...namedUseReadings(world.input.readings).flatMap(({ place, reading }) => sightOf(place, reading))]
}

/** SQL Server keeps names of Windows accounts as well; a server without an instance has none to ask. */
function sqlSight(world: PreflightWorld): readonly PreflightFinding[] {
  const facts = world.facts('sql-server')
  const readings = world.input.readings.sqlServers ?? []
  if (facts === undefined && readings.length === 0) return [found('warn', 'uses-not-known', null, { place: 'sql-server' })]
  const unasked = (facts?.instances ?? []).filter(
    ({ name }) => !readings.some(({ instance }) => instance.toLowerCase() === name.toLowerCase()),
  )
  return [
    ...unasked.map(({ name }) => found('warn', 'uses-not-known', null, { place: 'sql-server', instance: name })),
    ...readings.flatMap(({ instance, uses }) => sightOf('sql-server', uses, { instance })),
    ...(facts !== undefined && !world.isWhole('sql-server') ? [found('warn', 'uses-partly-known', null, { place: 'sql-server' })] : []),
  ]
}

function sightOf(
  place: UsePlace,
  reading: Reading<unknown> | undefined,
  more: Readonly<Record<string, string>> = {},
): readonly PreflightFinding[] {
  if (reading?.status !== 'read') {
    const why = reading === undefined ? {} : { status: reading.status, reason: reading.reason }
    return [found('warn', 'uses-not-known', null, { place, ...more, ...why })]
  }
  return reading.gaps.length === 0 ? [] : [found('warn', 'uses-partly-known', null, { place, ...more, gaps: reading.gaps })]
}
