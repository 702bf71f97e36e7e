import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'
import { type Strength, strengthOf } from './key-strength.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type Installation = Facts['connector']['installations'][number]
type Key = Installation['keys'][number]

const verdicts: { readonly [Of in Strength]: Found['verdict'] } = { strong: 'pass', weak: 'fail', 'not-told': 'attention' }

export const rule: Rule = ({ facts }) => {
  const { connector } = facts
  if (connector === undefined) return []
  if (connector.installations.length > 0) return connector.installations.flatMap(judge)
  const evidence: Proof[] = [{ probe: 'connector', subject: 'connector', kind: 'no-installation' }]
  return [{ verdict: 'attention', message: { id: 'no-installation' }, evidence }]
}

function judge(installation: Installation): readonly Found[] {
  const product = installation.product.trim() || installation.location
  const keys = installation.keys.filter((key) => key.kind === 'private')
  if (keys.length > 0) return keys.map((key) => judgeKey(key, product))
  const evidence: Proof[] = [{ probe: 'connector', subject: product, kind: 'none', params: { location: installation.location } }]
  return [{ verdict: 'attention', message: { id: 'none', params: { products: [product] } }, evidence }]
}

function judgeKey(key: Key, product: string): Found {
  const strength = strengthOf(key.algorithm, key.bits)
  const kind = [key.algorithm.trim() || '?', ...(key.bits > 0 ? [key.bits] : [])].join(' ')
  const subject = `${product}: ${fileName(key.path)}`
  const evidence: Proof[] = [{ probe: 'connector', subject, kind: strength, params: { path: key.path, kind } }]
  return { verdict: verdicts[strength], message: { id: strength, params: { keys: [`${key.path} (${kind})`] } }, evidence }
}

function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}
