import type { AccountDirectory } from '../accounts/directory.ts'
import type { Matcher } from '../catalogue/match.ts'
import type { Facts, ProbeId } from '../facts/index.ts'
import type { Answers } from '../formats/answers.ts'
import type { Severity, Verdict } from '../formats/checkup.ts'
import type { Profile } from '../formats/profile.ts'
import type { DesignatedLogin } from '../sync-tool/designated-login.ts'
import type { SyncTools } from '../sync-tool/installed-tool.ts'

/** A probe that a check reads; with `?` its absence changes no verdict and is only said. */
export type Read = ProbeId | `${ProbeId}?`

type ProbeOf<Name extends Read> = Name extends `${infer Id}?` ? Extract<Id, ProbeId> : Extract<Name, ProbeId>

/** The facts that a rule named, and no others; undefined: not collected. */
export type FactsRead<Reads extends readonly Read[]> = {
  readonly [Name in Reads[number] as ProbeOf<Name>]: Facts[ProbeOf<Name>] | undefined
}

/**
 * Everything that a rule may look at.
 *
 * Ages of what was found are measured from `collectedAtMs`, end dates from `nowMs` (both milliseconds since 1970, UTC).
 */
export interface RuleInput<Reads extends readonly Read[]> {
  readonly facts: FactsRead<Reads>
  readonly profile: Profile
  readonly credentials: Answers['credentials']
  readonly extracts: NonNullable<Answers['extracts']>
  readonly accounts: AccountDirectory
  readonly syncTools: SyncTools
  readonly designatedLogins: readonly DesignatedLogin[]
  readonly catalogue: Matcher
  readonly collectedAtMs: number
  readonly nowMs: number
}

export type Params = { readonly [name: string]: string | number | readonly string[] }

/** One piece of evidence: `kind` is a key of the definition's evidence texts and, with the subject, part of the facts digest. */
export interface Evidence<Kind extends string = string> {
  readonly probe: ProbeId | 'profile' | 'answers'
  readonly subject: string
  readonly kind: Kind
  readonly params?: Params | undefined
  /** shown beside the rest, but no part of the digest: it does not bear on the verdict */
  readonly context?: true | undefined
}

/**
 * What a rule says about one thing. The evaluator takes the worst of all findings, joins findings of one verdict and
 * message into one clause (their list parameters are put together) and lists all evidence.
 */
export interface Finding<MessageId extends string = string, Kind extends string = string> {
  readonly verdict: Verdict
  readonly message: { readonly id: MessageId; readonly params?: Params | undefined }
  readonly evidence?: readonly Evidence<Kind>[] | undefined
  /** not applicable by profile, phase or pack: no answer and no stale snapshot changes it */
  readonly byProfile?: true | undefined
  /** fails during a deployment too */
  readonly evenWhileDeploying?: true | undefined
}

/** A text with `{{name}}` and `{{names, list}}`; `one`/`other` are chosen by `count` or by the length of the first list. */
export type Template = string | { readonly one: string; readonly other: string }

export interface StepTexts {
  readonly text: string
  /** what stops or restarts through it */
  readonly restarts?: string
  readonly undo?: string
}

/** The texts of one check in one language. Messages are clauses: lower-case start unless a name begins, no full stop. */
export interface CheckTexts<MessageId extends string = string, Kind extends string = string, StepId extends string = string> {
  /** the good state, subject first */
  readonly title: string
  readonly why: string
  /** how it is judged, one rule a line */
  readonly judged: readonly string[]
  /** what the public decision table leaves open, and how it is decided here */
  readonly open: readonly string[]
  readonly steps: { readonly [Id in StepId]: StepTexts }
  readonly messages: { readonly [Id in MessageId]: Template }
  readonly evidence: { readonly [Id in Kind]: Template }
}

export interface Command {
  readonly shell: 'powershell' | 'cmd' | 't-sql'
  readonly text: string
}

export interface Definition<
  Reads extends readonly Read[] = readonly Read[],
  MessageId extends string = string,
  Kind extends string = string,
  StepId extends string = string,
> {
  readonly id: string
  readonly checklist: ChecklistId
  readonly severity: Severity
  readonly reads: Reads
  /** only a person can tell: a confirmation counts `confirmedMonths` calendar months (12 where absent) */
  readonly manual?: true
  readonly confirmedMonths?: number
  /** answers are given per subject of the evidence */
  readonly listsSubjects?: true
  readonly who: 'administrator' | 'vendor' | 'administrator-and-vendor'
  readonly effort: 'minutes' | 'an hour' | 'half a day'
  /** order and commands of the steps; their words stand in the texts */
  readonly steps: readonly { readonly id: StepId; readonly command?: Command }[]
  readonly references: readonly { readonly title: string; readonly url: string }[]
  readonly texts: { readonly en: CheckTexts<MessageId, Kind, StepId>; readonly de: CheckTexts<MessageId, Kind, StepId> }
}

export type ChecklistId = 'remote-access' | 'designated-users' | 'unused-sync-tool' | 'connector-transit' | 'layered-defence'

/** Takes the keys of messages, evidence and steps from the English texts; German must have the same. */
export function define<
  const Reads extends readonly Read[],
  const MessageId extends string,
  const Kind extends string,
  const StepId extends string,
>(definition: Definition<Reads, MessageId, Kind, StepId>): Definition<Reads, MessageId, Kind, StepId> {
  return definition
}

type AnyDefinition = Definition<readonly Read[], string, string, string>

/** The rule of a definition: it sees what `reads` names and may say what the texts know. */
export type RuleOf<D> =
  D extends Definition<infer Reads, infer MessageId, infer Kind, string>
    ? (input: RuleInput<Reads>) => readonly Finding<MessageId, Kind>[]
    : never

/** A definition with its rule, as the one list holds it. */
export interface Check {
  readonly definition: AnyDefinition
  readonly rule: (input: RuleInput<readonly Read[]>) => readonly Finding[]
}

export function pair<const Reads extends readonly Read[], M extends string, K extends string, S extends string>(
  definition: Definition<Reads, M, K, S>,
  rule: (input: RuleInput<Reads>) => readonly Finding<M, K>[],
): Check {
  return { definition: definition as unknown as AnyDefinition, rule: rule as unknown as Check['rule'] }
}
