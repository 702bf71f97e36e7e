import type { CredentialRecord } from '../formats/answers.ts'
import { ESTIMATED_CHARACTERS, isGuessable, type PasswordPattern, type StrengthEstimate } from './estimate.ts'
import { BEST_LENGTH, limitOf, MINIMUM_LENGTH, type PasswordTarget } from './policy.ts'
import { containsName, hasThreeAlike, startsWithSpecial, tellingNames } from './rules.ts'

export type PasswordGrade = CredentialRecord['grade']

/** Why a password is weak. */
export type WeakReason =
  | { readonly key: 'too-short'; readonly length: number; readonly minimum: number }
  | { readonly key: 'too-long'; readonly length: number; readonly limit: number; readonly target: PasswordTarget }
  | { readonly key: 'no-letter' | 'no-digit' | 'no-special' | 'contains-name' | 'not-unique' | 'guessable' | 'not-estimated' }
  | { readonly key: 'pattern'; readonly pattern: PasswordPattern }

/** What to know of a password that is not weak. */
export type PasswordRemark =
  | 'randomness-unknown'
  | 'uniqueness-unknown'
  | 'estimated-in-part'
  | 'troublesome-characters'
  | 'starts-with-special'
  | 'three-alike'

export interface PasswordVerdict {
  readonly grade: PasswordGrade
  /** empty unless weak */
  readonly reasons: readonly WeakReason[]
  /** empty if weak: such a password is replaced anyway */
  readonly remarks: readonly PasswordRemark[]
}

/** What is known of a password. */
export interface PasswordFacts {
  readonly password: string
  readonly target: PasswordTarget | null
  /** names of login and server, see `namesOf` */
  readonly names: readonly string[]
  /** null: there is nothing to compare it with */
  readonly isUnique: boolean | null
}

export interface BroughtPasswordFacts extends PasswordFacts {
  /** null: there was no answer in time, which is never taken for strength */
  readonly estimate: StrengthEstimate | null
}

/** Grades a password of our own generator: its randomness is known, so length decides. */
export function gradeGenerated(facts: PasswordFacts): PasswordVerdict {
  const reasons = [...lengthReasons(facts), ...classReasons(facts.password), ...nameReasons(facts), ...uniquenessReasons(facts)]
  if (reasons.length > 0) return { grade: 'weak', reasons, remarks: [] }
  return { grade: lengthOf(facts.password) >= BEST_LENGTH ? 'best' : 'good', reasons, remarks: [] }
}

/** Grades a password that a person brings: Good at most, since nobody can see how it was made. */
export function gradeBrought(facts: BroughtPasswordFacts): PasswordVerdict {
  const reasons = [
    ...lengthReasons(facts),
    ...classReasons(facts.password),
    ...nameReasons(facts),
    ...uniquenessReasons(facts),
    ...estimateReasons(facts.estimate),
  ]
  if (reasons.length > 0) return { grade: 'weak', reasons, remarks: [] }
  return { grade: 'good', reasons, remarks: remarksOn(facts) }
}

/** Characters as a person counts them; targets count UTF-16 code units. */
function lengthOf(password: string): number {
  return [...password].length
}

function lengthReasons({ password, target }: PasswordFacts): readonly WeakReason[] {
  const length = lengthOf(password)
  if (length < MINIMUM_LENGTH) return [{ key: 'too-short', length, minimum: MINIMUM_LENGTH }]
  const limit = limitOf(target)
  if (target === null || limit === null || password.length <= limit) return []
  return [{ key: 'too-long', length: password.length, limit, target }]
}

function classReasons(password: string): readonly WeakReason[] {
  const reasons: WeakReason[] = []
  if (!/\p{L}/u.test(password)) reasons.push({ key: 'no-letter' })
  if (!/\p{Nd}/u.test(password)) reasons.push({ key: 'no-digit' })
  if (!/[^\p{L}\p{M}\p{Nd}]/u.test(password)) reasons.push({ key: 'no-special' })
  return reasons
}

function nameReasons({ password, names }: PasswordFacts): readonly WeakReason[] {
  return containsName(password, tellingNames(names)) ? [{ key: 'contains-name' }] : []
}

function uniquenessReasons({ isUnique }: PasswordFacts): readonly WeakReason[] {
  return isUnique === false ? [{ key: 'not-unique' }] : []
}

function estimateReasons(estimate: StrengthEstimate | null): readonly WeakReason[] {
  if (estimate === null) return [{ key: 'not-estimated' }]
  if (!isGuessable(estimate)) return []
  return [{ key: 'guessable' }, ...estimate.patterns.map((pattern): WeakReason => ({ key: 'pattern', pattern }))]
}

function remarksOn({ password, isUnique }: PasswordFacts): readonly PasswordRemark[] {
  const remarks: PasswordRemark[] = ['randomness-unknown']
  if (isUnique === null) remarks.push('uniqueness-unknown')
  if (password.length > ESTIMATED_CHARACTERS) remarks.push('estimated-in-part')
  if (/[^A-Za-z0-9._~-]/.test(password)) remarks.push('troublesome-characters')
  if (startsWithSpecial(password)) remarks.push('starts-with-special')
  if (hasThreeAlike(password)) remarks.push('three-alike')
  return remarks
}
