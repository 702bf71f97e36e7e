import { comparablePath } from '../../catalogue/install-path.ts'
import type { Facts } from '../../facts/index.ts'
import { folderOf } from '../../sync-tool/patterns.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'
import { isOnLoopback, type Listener, type Owner, ownerOf, programName } from './listening.ts'
import { placeOf } from './program-place.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type InboundRule = Facts['firewall']['inboundAllow'][number]

export const rule: Rule = ({ facts }) => {
  const { connector } = facts
  if (connector === undefined) return []
  if (connector.installations.length === 0) {
    const evidence: Proof[] = [{ probe: 'connector', subject: 'connector', kind: 'no-installation' }]
    return [{ verdict: 'attention', message: { id: 'no-installation' }, evidence }]
  }
  const located = connector.installations.map((each) => ({ ...each, folder: folderOf(comparablePath(each.location), true) }))
  const folders = located.flatMap(({ folder }) => folder ?? [])
  const findings = [
    ...located.filter(({ folder }) => folder === null).map(withoutFolder),
    ...judgeListeners(facts, folders),
    ...(facts.firewall?.inboundAllow ?? []).flatMap((each) => judgeRule(each, folders)),
  ]
  if (findings.length > 0) return findings
  return [{ verdict: 'pass', message: { id: 'closed' }, evidence: loopbackOnly(facts, folders) }]
}

/** Nothing can be told to lie in a folder that the connector shares with other products. */
function withoutFolder({ product, location }: Facts['connector']['installations'][number]): Found {
  const subject = product.trim() || location
  const evidence: Proof[] = [{ probe: 'connector', subject, kind: 'no-folder', params: { location } }]
  return { verdict: 'attention', message: { id: 'no-folder', params: { products: [subject] } }, evidence }
}

function judgeListeners(facts: Input['facts'], folders: readonly string[]): readonly Found[] {
  if (folders.length === 0) return []
  const open = (facts.listeners?.listeners ?? []).filter((each) => each.protocol === 'tcp' && !isOnLoopback(each))
  return open.flatMap((listener) => sayListener(listener, ownerOf(listener, facts.processes?.processes, folders)))
}

function sayListener(listener: Listener, owner: Owner): readonly Found[] {
  if (owner === 'other') return []
  const place = placeName(listener)
  if (owner === 'owner-not-told') {
    const evidence: Proof[] = [{ probe: 'listeners', subject: 'TCP', kind: owner, params: { place } }]
    return [{ verdict: 'attention', message: { id: owner, params: { places: [place] } }, evidence }]
  }
  const subject = programName(listener.process ?? '')
  const verdict = owner === 'connector' ? 'fail' : 'attention'
  const id = owner === 'connector' ? 'listens' : owner
  const evidence: Proof[] = [{ probe: 'listeners', subject, kind: id, params: { place } }]
  return [{ verdict, message: { id, params: { programs: [`${subject} (${place})`] } }, evidence }]
}

function placeName({ address, port }: Listener): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]:${port}` : `${address}:${port}`
}

function judgeRule({ name, program, protocol, localPorts }: InboundRule, folders: readonly string[]): readonly Found[] {
  const place = program === null ? 'outside' : placeOf(program, folders)
  if (place === 'outside') return []
  const [verdict, id] = place === 'inside' ? (['fail', 'let-in'] as const) : (['attention', 'let-in-perhaps'] as const)
  const params = { program: program ?? '', protocol, ports: localPorts }
  const evidence: Proof[] = [{ probe: 'firewall', subject: name, kind: id, params }]
  return [{ verdict, message: { id, params: { rules: [name] } }, evidence }]
}

/** What the connector opens for this server itself is shown, and bears on nothing. */
function loopbackOnly(facts: Input['facts'], folders: readonly string[]): readonly Proof[] {
  const own = (facts.listeners?.listeners ?? []).filter((each) => each.protocol === 'tcp' && isOnLoopback(each))
  return own
    .filter((listener) => ownerOf(listener, facts.processes?.processes, folders) === 'connector')
    .map((listener): Proof => {
      const params = { place: placeName(listener) }
      return { probe: 'listeners', subject: programName(listener.process ?? ''), kind: 'loopback', params, context: true }
    })
}
