import type { ToolMatch } from '../../catalogue/match.ts'
import { isAttended, isGotoFamily } from '../../catalogue/way-in.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type EvidenceKind = ToolMatch['evidence'][number]['kind']

export const rule: Rule = ({ facts, catalogue }) => {
  const matches = catalogue.matchTools({
    services: facts.services?.services,
    programs: facts.programs?.programs,
    processes: facts.processes?.processes,
    files: facts['remote-access-files']?.present,
  })
  const findings = matches.filter((match) => isGotoFamily(match.tool)).map(judge)
  return findings.length > 0 ? findings : [{ verdict: 'pass', message: { id: 'removed' } }]
}

function judge(match: ToolMatch): Found {
  if (match.strength === 'name-not-verified') return say('attention', 'not-verified', match, ['service', 'program', 'process', 'folder'])
  if (shows(match, 'service') || shows(match, 'program')) return say('fail', 'installed', match, ['service', 'program'])
  if (!shows(match, 'process')) return say('attention', 'remnant', match, ['folder'])
  return isAttended(match.tool) ? say('attention', 'session', match, ['process']) : say('fail', 'running', match, ['process'])
}

/** Names shared with other products are shown beside a proof, but decide nothing. */
function shows(match: ToolMatch, kind: EvidenceKind): boolean {
  return match.evidence.some((evidence) => evidence.kind === kind && !evidence.weak)
}

/** Evidence of other kinds than the deciding ones is shown beside it: processes come and go. */
function say(verdict: Found['verdict'], id: Found['message']['id'], match: ToolMatch, deciding: readonly EvidenceKind[]): Found {
  const evidence = match.evidence.map(({ probe, kind, name, weak }) => {
    const bears = deciding.includes(kind) && !weak
    return { probe, subject: match.subject, kind, params: { name }, ...(bears ? {} : { context: true as const }) }
  })
  return { verdict, message: { id, params: { tools: [nameOf(match)] } }, evidence }
}

/** One of several installations is told by its service. */
function nameOf({ tool, subject }: ToolMatch): string {
  return subject === tool.id ? tool.name : `${tool.name} (${subject.slice(tool.id.length + 1)})`
}
