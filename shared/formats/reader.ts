import type { z } from 'zod'

import { type Answers, answersSchema } from './answers.ts'
import { type Checkup, checkupSchema } from './checkup.ts'
import { NESTING_LIMIT } from './fits.ts'
import { type Profile, profileSchema } from './profile.ts'
import { isSoundSnapshot, type Snapshot, snapshotSchema } from './snapshot.ts'

/** A refusal names the place and what was expected there; `path` is a JSON path such as `$.probes.services.facts`. */
export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly path: string; readonly expected: string }

interface Format {
  readonly name: string
  readonly version: number
  readonly schema: z.ZodType
  /** recognises a sound value without copying it; what it does not recognise is for the schema */
  readonly isSound?: (value: object) => boolean
}

const formats = {
  snapshot: { name: 'snapshot', version: 1, schema: snapshotSchema, isSound: isSoundSnapshot },
  profile: { name: 'profile', version: 1, schema: profileSchema },
  answers: { name: 'answers', version: 1, schema: answersSchema },
  checkup: { name: 'checkup', version: 1, schema: checkupSchema },
} as const satisfies Record<string, Format>

export const readSnapshot = (text: string): ReadResult<Snapshot> => read(formats.snapshot, text) as ReadResult<Snapshot>
export const readProfile = (text: string): ReadResult<Profile> => read(formats.profile, text) as ReadResult<Profile>
export const readAnswers = (text: string): ReadResult<Answers> => read(formats.answers, text) as ReadResult<Answers>
export const readCheckup = (text: string): ReadResult<Checkup> => read(formats.checkup, text) as ReadResult<Checkup>

/** Which of our formats a text claims to be, without validating the rest; null: none of them. */
export function formatOf(text: string): keyof typeof formats | null {
  const parsed = parse(text)
  if (!parsed.ok) return null
  const match = /^erp-sync-checkup\/([a-z]+)@\d+$/.exec(schemaOf(parsed.value) ?? '')
  const name = match?.[1] ?? ''
  return Object.hasOwn(formats, name) ? (name as keyof typeof formats) : null
}

function read(format: Format, text: string): ReadResult<unknown> {
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  const refused = refuseVersion(format, parsed.value)
  if (refused !== null) return refused
  if (format.isSound?.(parsed.value as object) === true) return parsed
  if (nestsDeeper(parsed.value, NESTING_LIMIT)) {
    return { ok: false, path: '$', expected: `no more than ${NESTING_LIMIT} levels of nesting` }
  }
  const result = format.schema.safeParse(parsed.value)
  return result.success ? { ok: true, value: result.data } : refusal(result.error.issues)
}

function parse(text: string): ReadResult<unknown> {
  if (text.trim() === '') return { ok: false, path: '$', expected: 'JSON, but the file is empty' }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, path: '$', expected: `JSON, but it does not parse${positionOf(error)}` }
  }
}

/** The engine's own words differ between versions; only the place is kept. */
function positionOf(error: unknown): string {
  const place = error instanceof Error ? /position (\d+)/.exec(error.message) : null
  return place ? ` at position ${place[1]}` : ' (it ends too early or is not JSON at all)'
}

/** Goes no deeper than the limit itself, so that no file can exhaust the stack. */
function nestsDeeper(value: unknown, levelsLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levelsLeft === 0) return true
  return Object.values(value).some((child) => nestsDeeper(child, levelsLeft - 1))
}

function schemaOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return null
  return typeof value.schema === 'string' ? value.schema : null
}

function refuseVersion(format: Format, value: unknown): ReadResult<never> | null {
  const expected = `erp-sync-checkup/${format.name}@${format.version}`
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, path: '$', expected: `an object of format ${expected}` }
  const given = schemaOf(value)
  if (given === null) return { ok: false, path: '$.schema', expected: `"${expected}"` }
  const match = /^erp-sync-checkup\/([a-z]+)@(\d+)$/.exec(given)
  if (match?.[1] === format.name && Number(match[2]) > format.version) {
    return {
      ok: false,
      path: '$.schema',
      expected: `"${expected}" or older; ${given} was written by a newer version of this program – update it`,
    }
  }
  if (given !== expected) return { ok: false, path: '$.schema', expected: `"${expected}", not ${shorten(JSON.stringify(given))}` }
  return null
}

function refusal(issues: readonly z.core.$ZodIssue[]): ReadResult<never> {
  const deepest = deepestIssue(issues, [])
  return { ok: false, path: jsonPath(deepest.path), expected: shorten(expectation(deepest.issue)) }
}

/** Inside a union the branch that got furthest says most. */
function deepestIssue(
  issues: readonly z.core.$ZodIssue[],
  prefix: readonly PropertyKey[],
): { issue: z.core.$ZodIssue; path: readonly PropertyKey[] } {
  const issue = issues[0] as z.core.$ZodIssue
  const path = [...prefix, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && issue.message === 'Invalid input') {
    const branches = issue.errors.filter((branch) => branch.length > 0).map((branch) => deepestIssue(branch, path))
    const best = branches.sort((a, b) => b.path.length - a.path.length)[0]
    if (best !== undefined) return best
  }
  return { issue, path }
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${withArticle(issue.expected)}`
    case 'invalid_value':
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'invalid_union':
      return issue.message === 'Invalid input' ? 'expected one of the allowed forms' : issue.message
    default:
      return issue.message
  }
}

function withArticle(type: string): string {
  return type === 'array' || type === 'object' || type === 'int' ? `an ${type === 'int' ? 'integer' : type}` : `a ${type}`
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    const name = String(key)
    return /^[A-Za-z_][\w-]*$/.test(name) ? `${text}.${name}` : `${text}[${shorten(JSON.stringify(name))}]`
  }, '$')
}

/** One line, and no longer than a terminal takes: what was found is somebody else's text. */
function shorten(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  return line.length > 160 ? `${line.slice(0, 157)}…` : line
}
