import type { Answers } from '../formats/answers.ts'
import type { Profile } from '../formats/profile.ts'
import type { Snapshot } from '../formats/snapshot.ts'

interface SampleText {
  readonly en: string
  readonly de: string
}

/** A sample server without its files: enough to choose one. */
export interface SampleHeader<Id extends string = string> {
  readonly id: Id
  readonly title: SampleText
  /** what a person learns from it, one sentence */
  readonly teaches: SampleText
  /** instant of evaluation (UTC) at which the expected verdicts hold: some hours after the collection */
  readonly now: string
}

/** A bundled sample server. */
export interface Sample<Id extends string = string> extends SampleHeader<Id> {
  readonly snapshot: Snapshot
  readonly profile: Profile
  readonly answers: Answers
}

/** A sample whose files are built when asked for. */
export interface SampleEntry<Id extends string = string> extends SampleHeader<Id> {
  load(): Sample<Id>
}

/** Names the builders of the three files; nothing is built before `load`. */
export function defineSample<const Id extends string>(
  header: SampleHeader<Id>,
  files: { readonly snapshot: () => Snapshot; readonly profile: () => Profile; readonly answers: () => Answers },
): SampleEntry<Id> {
  return { ...header, load: () => ({ ...header, snapshot: files.snapshot(), profile: files.profile(), answers: files.answers() }) }
}
