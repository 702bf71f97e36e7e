import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type Installation = Facts['connector']['installations'][number]
type Attempt = Installation['reachability'][number]

export const rule: Rule = ({ facts: { connector } }) => {
  if (connector === undefined) return []
  return connector.installations.length === 0 ? [noInstallation] : connector.installations.flatMap(judge)
}

const noInstallation: Found = {
  verdict: 'unknown',
  message: { id: 'no-installation' },
  evidence: [{ probe: 'connector', subject: 'connector', kind: 'no-installation' }],
}

function judge({ product, location, reachability }: Installation): readonly Found[] {
  const targets = new Map<string, Attempt[]>()
  for (const attempt of reachability) {
    const target = targetOf(attempt)
    targets.set(target, [...(targets.get(target) ?? []), attempt])
  }
  if (targets.size > 0) return [...targets].map(([target, attempts]) => judgeTarget(target, attempts))
  const name = product.trim() || location
  const evidence: Proof[] = [{ probe: 'connector', subject: name, kind: 'not-tried' }]
  return [{ verdict: 'unknown', message: { id: 'not-tried', params: { products: [name] } }, evidence }]
}

/** Two spellings of one host are one target: `Comms.example.` and `comms.example`. */
function targetOf({ host, port }: Attempt): string {
  const name = host.trim().toLowerCase().replace(/\.$/, '')
  return name.includes(':') && !name.startsWith('[') ? `[${name}]:${port}` : `${name}:${port}`
}

/** One way is enough: where everything has to pass a proxy, the direct attempt cannot succeed. */
function judgeTarget(target: string, attempts: readonly Attempt[]): Found {
  if (attempts.some((attempt) => attempt.ok)) {
    return {
      verdict: 'pass',
      message: { id: 'open', params: { targets: [target] } },
      evidence: attempts.map((each) => proof(target, each)),
    }
  }
  const errors = [...new Set(attempts.flatMap(({ error }) => (error?.trim() ? [error.trim()] : [])))]
  const named = errors.length === 0 ? target : `${target} (${errors.join(', ')})`
  return { verdict: 'fail', message: { id: 'closed', params: { targets: [named] } }, evidence: attempts.map((each) => proof(target, each)) }
}

function proof(subject: string, { via, ok, error }: Attempt): Proof {
  return { probe: 'connector', subject, kind: `${via}-${ok ? 'answers' : 'silent'}`, params: { error: error?.trim() || '–' } }
}
