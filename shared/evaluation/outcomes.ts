import type { ChecklistId } from '../checks/check.ts'
import type { Checkup, Verdict } from '../formats/checkup.ts'
import type { DesignatedLogin } from '../sync-tool/designated-login.ts'

type Outcome = Checkup['checklists'][number]['outcome']
type Grade = Checkup['grade']

/** Outcome of a checklist from the verdicts of its items. */
export function outcomeOf(verdicts: readonly Verdict[]): Outcome {
  if (verdicts.includes('fail')) return 'gaps'
  if (verdicts.includes('attention') || verdicts.includes('unknown')) return 'open'
  return verdicts.every((verdict) => verdict === 'not-applicable') ? 'not-applicable' : 'complete'
}

/** Grade of the checkup; while a deployment exception holds it is at most `incomplete`. */
export function gradeOf(
  checklists: readonly { readonly id: ChecklistId; readonly outcome: Outcome }[],
  deploying: boolean,
  logins: readonly DesignatedLogin[],
): Grade {
  if (checklists.some((checklist) => checklist.outcome === 'gaps')) return 'gaps'
  if (deploying || checklists.some((checklist) => checklist.outcome === 'open')) return 'incomplete'
  const best = logins.every((login) => !login.hasOwnPassword || login.missing || login.record?.grade === 'best')
  return best ? 'best' : 'good'
}
