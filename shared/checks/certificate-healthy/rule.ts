import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import { judgeEndpoints } from '../endpoint.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type MessageId = Found['message']['id'] & Proof['kind']
type Certificate = NonNullable<Facts['tls-endpoints']['endpoints'][number]['certificate']>

const DAY_MS = 86_400_000

/** Time that a renewal by hand takes when somebody is away, in days. */
const FAIL_DAYS = 14

/** From here on it is time to begin, in days. */
const ATTENTION_DAYS = 30

/** Renewal by program begins when a third of the lifetime is left: before that, little time is nothing unusual. */
const RENEWAL_PART = 3

/** Strength that browsers and authorities ask for, in bits, by family; other families have one strength only. */
const leastBits = { rsa: 2048, ec: 256 } as const

export const rule: Rule = ({ facts, profile, nowMs }) =>
  judgeEndpoints(profile, facts['tls-endpoints'], ({ address, seen }) => {
    const certificates = seen.flatMap((endpoint) => endpoint.facts.certificate ?? [])
    if (certificates.length === 0) return [about('unknown', 'not-seen', address)]
    return certificates.flatMap((certificate) => judge(address, certificate, nowMs))
  })

function judge(address: string, certificate: Certificate, nowMs: number): readonly Found[] {
  const found = [...judgeDates(address, certificate, nowMs), ...judgeKey(address, certificate)]
  return found.length > 0 ? found : [about('pass', 'healthy', address, { until: dayOf(certificate.validTo) })]
}

function judgeDates(address: string, { validFrom, validTo }: Certificate, nowMs: number): readonly Found[] {
  const endMs = Date.parse(validTo)
  const leftMs = endMs - nowMs
  const isLate = leftMs * RENEWAL_PART < endMs - Date.parse(validFrom)
  const until = { until: dayOf(validTo) }
  if (leftMs < 0) return [about('fail', 'expired', address, until)]
  if (isLate && leftMs < FAIL_DAYS * DAY_MS) return [about('fail', 'expires-soon', address, until, { days: FAIL_DAYS })]
  const found: Found[] = []
  if (isLate && leftMs < ATTENTION_DAYS * DAY_MS) found.push(about('attention', 'expires', address, until, { days: ATTENTION_DAYS }))
  if (Date.parse(validFrom) > nowMs) found.push(about('attention', 'not-yet-valid', address, { from: dayOf(validFrom) }))
  return found
}

function judgeKey(address: string, { keyType, keyBits }: Certificate): readonly Found[] {
  const family = familyOf(keyType)
  if (family === 'edwards') return []
  const params = { type: keyType, bits: keyBits }
  if (family === null || keyBits === 0) return [about('attention', 'key-not-told', address, params)]
  return keyBits < leastBits[family] ? [about('fail', 'weak-key', address, params)] : []
}

/** By the names that Node, OpenSSL and Windows give: `RSA`, `rsaEncryption`, `RSASSA-PSS`, `EC`, `ECDSA_P256`, `id-ecPublicKey`, `Ed25519`. */
function familyOf(keyType: string): keyof typeof leastBits | 'edwards' | null {
  const name = keyType.trim().replace(/^id-/i, '')
  if (/^ed(?:25519|448)$/i.test(name)) return 'edwards'
  if (/^rsa/i.test(name)) return 'rsa'
  return /^ec(?:$|dsa|dh|c$|publickey|[ _-])/i.test(name) ? 'ec' : null
}

function dayOf(instant: string): string {
  return instant.slice(0, 10)
}

function about(
  verdict: Found['verdict'],
  id: MessageId,
  address: string,
  shown: Proof['params'] = {},
  params: Found['message']['params'] = {},
): Found {
  const evidence: Proof[] = [{ probe: 'tls-endpoints', subject: address, kind: id, params: shown }]
  return { verdict, message: { id, params: { endpoints: [address], ...params } }, evidence }
}
