import type { IndirectStrings } from '../../win32/indirect-strings.ts'
import type { StoredRule } from './rules.ts'

/** Texts are looked up once each: rules of one feature share them. The id stands for a rule without a name. */
export function createRuleNames(texts: IndirectStrings): (stored: StoredRule) => string {
  const known = new Map<string, string>()
  return ({ id, rule }) => {
    if (rule.name === null || !rule.name.startsWith('@')) return rule.name ?? id
    const earlier = known.get(rule.name)
    if (earlier !== undefined) return earlier
    const found = texts.resolve(rule.name)
    const name = found.ok && found.value !== null ? found.value : rule.name
    known.set(rule.name, name)
    return name
  }
}
