import type { Facts } from '../../facts/index.ts'
import { found, type PreflightFinding } from './findings.ts'
import type { ServiceDependencies } from './readings.ts'
import { type PreflightWorld, sameName } from './world.ts'

type Service = Facts['services']['services'][number]

/** The sync tool's services in the order in which they stop; null: no such order is known. */
export type StopOrder = readonly string[] | null

export interface JudgedServices {
  readonly findings: readonly PreflightFinding[]
  readonly stopOrder: StopOrder
}

/** Whether the sync tool can be paused and started again, and what stops with it. */
export function judgeServices(world: PreflightWorld): JudgedServices {
  const facts = world.facts('services')
  const wanted = world.input.syncTool.services
  // That the services are not known is told where it is asked who else depends.
  if (facts === undefined) return { findings: [], stopOrder: null }
  const own = facts.services.filter(({ name }) => wanted.some((other) => sameName(other, name)))
  const missing = wanted.filter((name) => !own.some((service) => sameName(service.name, name)))
  if (wanted.length === 0) return { findings: [found('by-hand', 'sync-services-none', null)], stopOrder: [] }
  const order = orderOf(world, own)
  const findings = [
    ...(missing.length > 0 ? [found('stop', 'sync-services-missing', null, { services: missing })] : []),
    ...(order.stopOrder !== null && own.length > 0 ? [found('ok', 'sync-services-found', null, { services: order.stopOrder })] : []),
    ...own.flatMap(judgeState),
    ...order.findings,
  ]
  return { findings, stopOrder: order.stopOrder }
}

function judgeState({ name, state, startMode }: Service): readonly PreflightFinding[] {
  return [
    ...(startMode === 'disabled' ? [found('warn', 'service-disabled', null, { service: name })] : []),
    ...(state === 'pending' || state === 'paused' ? [found('warn', 'service-busy', null, { service: name, state })] : []),
  ]
}

function orderOf(world: PreflightWorld, own: readonly Service[]): JudgedServices {
  const reading = world.input.readings.serviceDependencies
  const names = own.map(({ name }) => name)
  // One service needs no order, but others may still hang on it.
  if (reading?.status !== 'read' || reading.gaps.length > 0) {
    return { findings: [found('warn', 'service-order-not-known', null)], stopOrder: names.length === 1 ? names : null }
  }
  const others = (world.facts('services')?.services ?? []).filter(({ name, state }) => state !== 'stopped' && !names.includes(name))
  const above = reachedFrom(names, reading.value)
  const dependents = others.filter(({ name }) => above.has(name.toLowerCase())).map(({ name }) => name)
  const stopOrder = dependentsFirst(names, reading.value)
  return {
    findings: [
      ...(stopOrder === null ? [found('stop', 'service-order-circular', null, { services: names })] : []),
      ...(dependents.length > 0 ? [found('warn', 'dependents-stop-too', null, { services: dependents })] : []),
    ],
    stopOrder,
  }
}

/** Everything that needs one of these services, directly or through others; names in small letters. */
function reachedFrom(names: readonly string[], dependencies: readonly ServiceDependencies[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const queue = [...names]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const needed = next
    for (const { name, needs } of dependencies) {
      if (reached.has(name.toLowerCase()) || !needs.some((other) => sameName(other, needed))) continue
      reached.add(name.toLowerCase())
      queue.push(name)
    }
  }
  return reached
}

/** What nothing left depends on goes next; null: they need each other in a circle. */
function dependentsFirst(names: readonly string[], dependencies: readonly ServiceDependencies[]): readonly string[] | null {
  const above = new Map(names.map((name) => [name, reachedFrom([name], dependencies)]))
  const order: string[] = []
  let left = [...names]
  while (left.length > 0) {
    const waiting = left
    const next = left.find((name) => !waiting.some((other) => other !== name && above.get(name)?.has(other.toLowerCase())))
    if (next === undefined || above.get(next)?.has(next.toLowerCase())) return null
    order.push(next)
    left = left.filter((name) => name !== next)
  }
  return order
}
