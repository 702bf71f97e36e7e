import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type ProfileName = Facts['firewall']['profiles'][number]['name']

/** As PowerShell calls them in every language. */
const profileNames: { readonly [Name in ProfileName]: string } = { domain: 'Domain', private: 'Private', public: 'Public' }

export const rule: Rule = ({ facts }) => {
  if (facts.firewall === undefined) return []
  const { profiles } = facts.firewall
  const found = profiles.flatMap(({ name, enabled, inboundDefault }): Found[] => {
    const gaps: Found[] = []
    if (!enabled) gaps.push(about('fail', 'off', name))
    if (inboundDefault === 'allow') gaps.push(about('fail', 'inbound-allowed', name))
    return gaps.length > 0 ? gaps : [about('pass', 'on', name)]
  })
  const missing = Object.keys(profileNames).filter((name) => profiles.every((profile) => profile.name !== name)) as ProfileName[]
  return [...found, ...missing.map((name) => about(profiles.length === 0 ? 'attention' : 'pass', 'not-told', name))]
}

function about(verdict: Found['verdict'], id: Found['message']['id'] & Proof['kind'], name: ProfileName): Found {
  const profile = profileNames[name]
  const evidence: Proof[] = [{ probe: 'firewall', subject: profile, kind: id }]
  return { verdict, message: { id, params: { profiles: [profile] } }, evidence }
}
