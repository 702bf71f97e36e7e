import type { IndirectStrings } from '../../win32/indirect-strings.ts'
import { describeFailure, errorCodes } from '../../win32/result.ts'
import type { Notebook } from '../reading.ts'
import type { StoredRule } from './rules.ts'

/** This Windows resolves no name at all; a single file that is gone is nothing remarkable. */
const CANNOT: readonly number[] = [errorCodes.moduleNotFound, errorCodes.procedureNotFound]

/** Texts are looked up once each: rules of one feature share them. The id stands for a rule without a name. */
export function createRuleNames(texts: IndirectStrings, notebook: Pick<Notebook, 'remark'>): (stored: StoredRule) => string {
  let isTold = false
  const known = new Map<string, string>()
  return ({ id, rule }) => {
    if (rule.name === null || !rule.name.startsWith('@')) return rule.name ?? id
    const earlier = known.get(rule.name)
    if (earlier !== undefined) return earlier
    const found = texts.resolve(rule.name)
    if (!found.ok && !isTold && CANNOT.includes(found.failure.code)) {
      isTold = true
      notebook.remark(`names of rules that Windows keeps elsewhere are not known: ${describeFailure(found.failure)}`)
    }
    const name = found.ok && found.value !== null ? found.value : rule.name
    known.set(rule.name, name)
    return name
  }
}
