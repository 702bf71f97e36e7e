import { compileGlob, lowerCase } from '../../catalogue/glob.ts'
import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'
import { endpointProtection } from './endpoint-protection.data.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type Product = Facts['antivirus']['products'][number]

const DAY_MS = 86_400_000

/** Signatures come several times a day: a week without any means that updating is broken. */
const SIGNATURES_DAYS = 7

/** A signature time may lie after the snapshot by as much as two clocks can differ, in days. */
const CLOCK_TOLERANCE_DAYS = 1

/** The service whose state the antivirus facts tell themselves where they list the product. */
const DEFENDER_SERVICE = 'windefend'

/** Best first. */
const quality = ['pass', 'attention', 'fail'] as const

export const rule: Rule = (input) => {
  const { antivirus } = input.facts
  if (antivirus === undefined) return []
  const enabled = antivirus.products.filter((product) => product.enabled).map((product) => judge(product, input.collectedAtMs))
  const best = quality.find((verdict) => enabled.some((findings) => findings[0]?.verdict === verdict))
  if (best === undefined) return withoutProduct(antivirus.products, input)
  return enabled.filter((findings) => findings[0]?.verdict === best).flat()
}

/** What one enabled product comes to; all findings have the same verdict. */
function judge(product: Product, collectedAtMs: number): readonly Found[] {
  const { realTime, signaturesUpdatedAt } = product
  const ageDays = signaturesUpdatedAt === null ? null : (collectedAtMs - Date.parse(signaturesUpdatedAt)) / DAY_MS
  const date = signaturesUpdatedAt?.slice(0, 10) ?? ''
  const failures: Found[] = []
  if (realTime === false) failures.push(about('fail', 'real-time-off', product))
  if (ageDays !== null && ageDays > SIGNATURES_DAYS) failures.push(about('fail', 'outdated', product, { days: SIGNATURES_DAYS }, { date }))
  if (failures.length > 0) return failures
  const gaps: Found[] = []
  if (realTime === null) gaps.push(about('attention', 'real-time-not-told', product))
  if (ageDays === null || ageDays < -CLOCK_TOLERANCE_DAYS) gaps.push(about('attention', 'age-not-told', product))
  return gaps.length > 0 ? gaps : [about('pass', 'current', product, {}, { date })]
}

function about(
  verdict: Found['verdict'],
  id: Found['message']['id'] & Proof['kind'],
  product: Product,
  params: Proof['params'] = {},
  shown: Proof['params'] = {},
): Found {
  const evidence: Proof[] = [{ probe: 'antivirus', subject: product.name, kind: id, params: shown }]
  return { verdict, message: { id, params: { products: [product.name], ...params } }, evidence }
}

function withoutProduct(products: readonly Product[], { facts }: Input): readonly Found[] {
  const agents = agentsIn(facts.services?.services ?? [], products)
  const running = agents.filter((agent) => agent.kind === 'agent')
  const context: Proof[] = [
    ...products.map((product): Proof => ({ probe: 'antivirus', subject: product.name, kind: 'disabled', context: true })),
    ...agents.filter((agent) => agent.kind !== 'agent').map((agent): Proof => ({ ...agent, context: true })),
  ]
  if (facts.host?.os.server === true) context.push({ probe: 'host', subject: facts.host.name, kind: 'server', context: true })
  if (running.length > 0) {
    const names = [...new Set(running.map((agent) => agent.subject))]
    return [{ verdict: 'attention', message: { id: 'agent', params: { products: names } }, evidence: [...running, ...context] }]
  }
  const none: Proof = { probe: 'antivirus', subject: 'antivirus', kind: 'none' }
  return [{ verdict: 'fail', message: { id: 'none' }, evidence: [none, ...context] }]
}

function agentsIn(services: Facts['services']['services'], products: readonly Product[]): readonly Proof[] {
  const defenderListed = products.some((product) => /\bdefender\b/i.test(product.name))
  return services.flatMap((service): Proof[] => {
    const name = lowerCase(service.name)
    if (name === DEFENDER_SERVICE && defenderListed) return []
    const known = endpointProtection.find((entry) => entry.services.some((glob) => compileGlob(glob).matchesLowerCase(name)))
    if (known === undefined) return []
    const alive = service.state === 'running' || service.state === 'pending'
    return [{ probe: 'services', subject: known.product, kind: alive ? 'agent' : 'agent-stopped', params: { service: service.name } }]
  })
}
