import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import { browsers, listedOn } from './browser-versions.data.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type Program = Facts['programs']['programs'][number]

/** What a browser may lag behind the current major version. */
const VERSIONS_BEHIND = 6

export const rule: Rule = ({ facts, collectedAtMs }) => {
  if (facts.programs === undefined) return []
  const grown = monthsBetween(Date.parse(listedOn), collectedAtMs)
  const found = facts.programs.programs.flatMap((program): Found[] => {
    const displayName = program.name.trim()
    const browser = browsers.find((each) => each.displayName.test(displayName))
    return browser === undefined ? [] : [judge(browser.name, program, browser.major - VERSIONS_BEHIND + grown)]
  })
  if (found.length > 0) return found
  return [{ verdict: 'attention', message: { id: 'none' }, evidence: [{ probe: 'programs', subject: 'browser', kind: 'none' }] }]
}

function judge(name: string, { version, scope, user }: Program, least: number): Found {
  const subject = scope === 'user' && user !== undefined ? `${name} (${user})` : name
  const major = /^\s*(\d+)(?:\.|\s*$)/.exec(version)?.[1]
  const about = (verdict: Found['verdict'], id: 'modern' | 'old' | 'version-not-told'): Found => {
    const evidence: Proof[] = [{ probe: 'programs', subject, kind: id, params: { version, least } }]
    return { verdict, message: { id, params: { browsers: [subject] } }, evidence }
  }
  if (major === undefined) return about('attention', 'version-not-told')
  return Number(major) >= least ? about('pass', 'modern') : about('attention', 'old')
}

/** Whole calendar months (UTC) from one instant to another; none where the other lies before. */
function monthsBetween(fromMs: number, toMs: number): number {
  const from = new Date(fromMs)
  const to = new Date(toMs)
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  return Math.max(0, to.getUTCDate() < from.getUTCDate() ? months - 1 : months)
}
