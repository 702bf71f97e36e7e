import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'
import { type Judgement, judgeReaders, type Reader } from './readers.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type Installation = Facts['connector']['installations'][number]
type Key = Installation['keys'][number]

export const rule: Rule = (input) => {
  const { connector } = input.facts
  if (connector === undefined) return []
  if (connector.installations.length > 0) return connector.installations.flatMap((installation) => judge(installation, input))
  const evidence: Proof[] = [{ probe: 'connector', subject: 'connector', kind: 'no-installation' }]
  return [{ verdict: 'attention', message: { id: 'no-installation' }, evidence }]
}

function judge(installation: Installation, { facts, accounts }: Input): readonly Found[] {
  const product = installation.product.trim() || installation.location
  const keys = installation.keys.filter((key) => key.kind === 'private')
  const judgeReader = judgeReaders(installation.location, { accounts, services: facts.services, groups: facts['local-groups'] })
  if (keys.length > 0) return keys.flatMap((key) => judgeKey(key, product, judgeReader))
  const evidence: Proof[] = [{ probe: 'connector', subject: product, kind: 'none', params: { location: installation.location } }]
  return [{ verdict: 'attention', message: { id: 'none', params: { products: [product] } }, evidence }]
}

function judgeKey(key: Key, product: string, judgeReader: (reader: Reader) => Judgement): readonly Found[] {
  const by = (judgement: Judgement): readonly Reader[] => key.readableBy.filter((reader) => judgeReader(reader) === judgement)
  const findings: Found[] = []
  if (by('foreign').length > 0) findings.push(about('fail', 'foreign', by('foreign'), key, product))
  if (by('undecided').length > 0) findings.push(about('attention', 'undecided', by('undecided'), key, product))
  if (findings.length > 0) return findings
  const params = { path: key.path, accounts: key.readableBy.map(nameOf) }
  if (key.readableBy.length === 0) {
    const evidence: Proof[] = [{ probe: 'connector', subject: product, kind: 'no-reader', params: { path: key.path } }]
    return [{ verdict: 'attention', message: { id: 'no-reader', params: { keys: [key.path] } }, evidence }]
  }
  const evidence: Proof[] = [{ probe: 'connector', subject: product, kind: 'guarded', params }]
  return [{ verdict: 'pass', message: { id: 'guarded', params: { keys: [key.path] } }, evidence }]
}

function about(verdict: Found['verdict'], id: 'foreign' | 'undecided', readers: readonly Reader[], { path }: Key, product: string): Found {
  const evidence = readers.map((reader): Proof => ({ probe: 'connector', subject: nameOf(reader), kind: id, params: { path } }))
  return { verdict, message: { id, params: { product, accounts: readers.map(nameOf) } }, evidence }
}

function nameOf({ name, sid }: Reader): string {
  return name?.trim() || sid
}
