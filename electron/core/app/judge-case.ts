import { type Answers, answersSchemaId } from '#shared/formats/answers.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { samples } from '#shared/samples/index.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import type { JudgeRequest } from '../judge.ts'
import type { App } from './app.ts'

/** The clock of a case: a sample server stays at the time for which it was made. ISO 8601 UTC. */
export function nowOf(app: App, stored: StoredCase): string {
  return samples.find((each) => each.id === stored.file.sample)?.now ?? app.ports.core.now()
}

/** Judges a case as it is now. */
export async function judgeCase(app: App, stored: StoredCase): Promise<Checkup> {
  return await app.ports.core.judge(requestOf(app, stored))
}

function requestOf(app: App, { file, ...stored }: StoredCase): JudgeRequest {
  return {
    snapshot: stored.snapshot,
    profile: stored.profile,
    answers: stored.answers,
    now: nowOf(app, { file, ...stored }),
    source: file.source === 'live' ? 'live' : 'file',
    ...(file.sample === undefined ? {} : { sample: file.sample }),
  }
}

/**
 * Items that are not applicable by profile, phase or pack: no answer changes them.
 *
 * A checkup does not tell these from other inapplicable items, so all are denied once, for trial: what stays inapplicable takes no answer.
 */
export async function itemsBeyondAnswers(app: App, stored: StoredCase, checkup: Checkup): Promise<ReadonlySet<string>> {
  const inapplicable = checkup.items.filter((item) => item.verdict === 'not-applicable')
  if (inapplicable.length === 0) return new Set()
  const request = requestOf(app, stored)
  const denials = inapplicable.map(({ id, factsDigest }) => {
    return [
      id,
      [{ kind: 'denied', by: 'trial', at: request.now, note: '', ...(factsDigest === undefined ? {} : { factsDigest }) }],
    ] as const
  })
  const trial: Answers = { schema: answersSchemaId, answers: Object.fromEntries(denials), credentials: stored.answers.value.credentials }
  const tried = await app.ports.core.judge({ ...request, answers: { ...stored.answers, value: trial } })
  return new Set(tried.items.filter((item) => item.verdict === 'not-applicable').map((item) => item.id))
}
