import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import { judgeEndpoints, type SeenEndpoint } from '../endpoint.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type MessageId = Found['message']['id'] & Proof['kind']
type EndpointFacts = Facts['tls-endpoints']['endpoints'][number]

/** TLS 1.2, as its two digits. */
const OLDEST_TLS = 12

/** `TLSv1.2`, `TLS 1.2`, `TLS1_2`, `Tls12`; without a second digit the first version is meant. */
const TLS_NAME = /^tls[\W_]*v?[\W_]*(\d)[\W_]*(\d)?$/i

export const rule: Rule = ({ facts, profile }) =>
  judgeEndpoints(profile, facts['tls-endpoints'], ({ address, seen }) =>
    seen.length === 0 ? [about('unknown', 'not-in-facts', address)] : seen.flatMap((endpoint) => judge(address, endpoint)),
  )

function judge(address: string, { facts, samePath }: SeenEndpoint): readonly Found[] {
  // A redirect may hold for one path alone; a closed port is closed for all.
  const plainHttp = samePath || facts.plainHttp === 'closed' ? facts.plainHttp : null
  const found = tlsFaults(address, facts)
  if (plainHttp === 'serves') found.push(about('fail', 'plain-http', address))
  if (!facts.reachable) found.push(unreachable(address, facts.error))
  else if (plainHttp === null) found.push(about('unknown', 'plain-http-not-told', address))
  const params = { protocol: facts.protocol ?? '', issuer: facts.certificate?.issuer ?? '' }
  return found.length > 0 ? found : [about('pass', 'encrypted', address, params)]
}

/** What was not seen because nothing answered is no fault; what was seen all the same is. */
function tlsFaults(address: string, { reachable, protocol, acceptedLegacyProtocols, certificate }: EndpointFacts): Found[] {
  const faults: Found[] = []
  const legacy = acceptedLegacyProtocols.filter((name) => !isModern(name))
  if (protocol === null && reachable) faults.push(about('fail', 'no-tls', address))
  if (protocol !== null && !isModern(protocol)) faults.push(about('fail', 'old-protocol', address, { protocol }))
  if (legacy.length > 0) faults.push(about('fail', 'legacy-accepted', address, { protocols: legacy }))
  if (certificate === null && reachable) faults.push(about('fail', 'no-certificate', address))
  if (certificate?.trusted === false) faults.push(about('fail', 'untrusted', address, { issuer: certificate.issuer }))
  if (certificate?.hostnameMatches === false) faults.push(about('fail', 'wrong-name', address, { name: certificate.subject }))
  return faults
}

function isModern(protocol: string): boolean {
  const [, major, minor = '0'] = TLS_NAME.exec(protocol.trim()) ?? []
  return major !== undefined && Number(major + minor) >= OLDEST_TLS
}

function unreachable(address: string, error: string | null): Found {
  const found = about('unknown', 'unreachable', address)
  if (error === null) return found
  const told: Proof = { probe: 'tls-endpoints', subject: address, kind: 'error', params: { error }, context: true }
  return { ...found, evidence: [...(found.evidence ?? []), told] }
}

function about(verdict: Found['verdict'], id: MessageId, address: string, params: Proof['params'] = {}): Found {
  const evidence: Proof[] = [{ probe: 'tls-endpoints', subject: address, kind: id, params }]
  return { verdict, message: { id, params: { endpoints: [address] } }, evidence }
}
