import type { ToolMatch } from '../../catalogue/match.ts'
import { isAttendedOnly, isGotoFamily } from '../../catalogue/way-in.ts'
import type { RuleOf } from '../check.ts'
import { type BuiltInWay, builtInWays } from './built-in-ways.ts'
import type { definition } from './definition.ts'
import { filtersNothing, openingRules, type Target } from './firewall-openings.ts'
import { detailOf, nameOf, stateOf, targetOf } from './third-party-ways.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]

export const rule: Rule = ({ facts, catalogue }) => {
  const matches = catalogue.matchTools({
    services: facts.services?.services,
    programs: facts.programs?.programs,
    processes: facts.processes?.processes,
    files: facts['remote-access-files']?.present,
  })
  const findings = [
    ...matches.filter((match) => !isGotoFamily(match.tool)).flatMap((match) => judgeTool(match, facts)),
    ...builtInWays(facts).flatMap((way) => judgeBuiltIn(way, facts)),
  ]
  if (findings.length > 0) return findings
  return [{ verdict: 'pass', message: { id: facts.listeners === undefined ? 'none-unseen-listeners' : 'none' } }]
}

function judgeTool(match: ToolMatch, facts: Input['facts']): readonly Found[] {
  const tools = [nameOf(match)]
  const { verdict, id, kind } = sayOf(match)
  const main: Proof = { probe: probeOf(match), subject: match.subject, kind, params: { name: nameOf(match) } }
  const details = match.evidence.map((evidence) => detailOf(evidence, match.subject))
  const found: Found = { verdict, message: { id, params: { tools } }, evidence: [main, ...details] }
  return stateOf(match) === 'remnant' ? [found] : [found, ...exposed(main, tools, targetOf(match, facts), facts)]
}

interface Saying {
  readonly verdict: Found['verdict']
  readonly id: Found['message']['id']
  readonly kind: Proof['kind']
}

function sayOf(match: ToolMatch): Saying {
  const kind = isAttendedOnly(match.tool) ? 'attended' : 'unattended'
  if (match.strength === 'name-not-verified') return { verdict: 'attention', id: 'not-verified', kind }
  if (match.tool.categories.includes('malicious')) return { verdict: 'fail', id: 'malicious', kind: 'malicious' }
  if (match.tool.categories.includes('rdp-mod')) return { verdict: 'fail', id: 'rdp-changed', kind: 'rdp-changed' }
  const state = stateOf(match)
  return { verdict: 'attention', id: state === 'remnant' ? 'remnant' : `${state}-${kind}`, kind }
}

function probeOf(match: ToolMatch): Proof['probe'] {
  return match.evidence.find((evidence) => !evidence.weak)?.probe ?? 'services'
}

function judgeBuiltIn(way: BuiltInWay, facts: Input['facts']): readonly Found[] {
  const kind = way.attended ? 'attended' : 'unattended'
  const main: Proof = { probe: way.probe, subject: way.subject, kind, params: { name: way.name } }
  const message = { id: `on-${kind}`, params: { tools: [way.name] } } as const
  const found: Found = { verdict: 'attention', message, evidence: [main, ...way.details] }
  return [found, ...exposed(main, [way.name], { programs: [], folders: [], ports: way.ports }, facts)]
}

/** Whether the firewall lets any address in to it: said where the firewall was read, and answered together with the thing itself. */
function exposed(main: Proof, tools: readonly string[], target: Target, { firewall }: Input['facts']): readonly Found[] {
  if (firewall === undefined) return []
  const { subject } = main
  const rules: Proof[] = openingRules(firewall, target).map((rule) => {
    return { probe: 'firewall', subject, kind: 'firewall-open', params: { rule }, context: true }
  })
  if (filtersNothing(firewall)) rules.push({ probe: 'firewall', subject, kind: 'firewall-off', context: true })
  if (rules.length === 0) return []
  return [{ verdict: 'attention', message: { id: 'firewall-open', params: { tools } }, evidence: [main, ...rules] }]
}
