import type { EvaluationParts } from '#shared/evaluation/evaluate.ts'
import type { Answers } from '#shared/formats/answers.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import type { Input } from './inputs.ts'
import { sha256 } from './sha256.ts'

export interface JudgeRequest {
  readonly snapshot: Input<Snapshot>
  /** null: nothing was told */
  readonly profile: Input<Profile> | null
  /** null: nothing was answered */
  readonly answers: Input<Answers> | null
  /** time of evaluation, ISO 8601 UTC */
  readonly now: string
  readonly source: 'live' | 'file'
  /** id of the bundled sample server */
  readonly sample?: string
}

/** Makes the parts of an evaluation; another maker gives other checks. */
export type MakeParts = (digest: (text: string) => string) => EvaluationParts

export type Judge = (request: JudgeRequest) => Promise<Checkup>

/** A judge makes its parts when first asked and keeps them: compiling the catalogue costs more than one evaluation. */
export function createJudge(makeParts?: MakeParts): Judge {
  let parts: EvaluationParts | null = null
  return async (request) => {
    const { createEvaluationParts, evaluate } = await import('#shared/evaluation/evaluate.ts')
    parts ??= (makeParts ?? createEvaluationParts)(sha256)
    return evaluate(
      {
        snapshot: request.snapshot.value,
        profile: request.profile?.value ?? null,
        answers: request.answers?.value ?? null,
        now: request.now,
        source: request.source,
        sample: request.sample,
        digests: {
          snapshot: request.snapshot.digest,
          profile: request.profile?.digest ?? sha256(''),
          answers: request.answers?.digest ?? sha256(''),
        },
        sha256,
      },
      parts,
    )
  }
}
