import { limitOf } from '#shared/passwords/policy.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { found, type PreflightFinding } from '#shared/rotation/preflight/findings.ts'
import type { LoginToChange } from '#shared/rotation/preflight/input.ts'
import { judgePreflight } from '#shared/rotation/preflight/preflight.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { rehearsalServerOf } from '../rotation/rehearsal-logins.ts'
import type { App } from './app.ts'
import { questionsOf } from './prepare-rotation.ts'

/** What stands in the way of a plan now: the server is asked anew, its facts are those of its case. */
export async function stopsOf(app: App, plan: RotationPlan): Promise<readonly PreflightFinding[]> {
  const stored = await caseOf(app, plan)
  const { readServer } = app.ports
  if (stored === null || readServer === null) return [found('stop', 'host-not-known', null)]
  const { services, tasks } = rehearsalServerOf(stored.snapshot.value, stored.profile.value)
  const { findings } = judgePreflight({
    now: app.ports.core.now(),
    snapshot: stored.snapshot.value,
    readings: await readServer(await questionsOf(app, stored)),
    logins: plan.logins.map(({ key, kind, name, change, keptIn, length }): LoginToChange => {
      return { key, kind, name, change, keptIn, length, longest: limitOf(kind) }
    }),
    syncTool: { services, tasks },
    takenByHand: plan.logins.flatMap(({ holders }) => holders.filter(({ kind }) => kind === 'by-hand').map(({ key }) => key)),
  })
  return findings.filter(({ level }) => level === 'stop')
}

const caseOf = async (app: App, { caseId }: RotationPlan): Promise<StoredCase | null> =>
  caseId === undefined ? null : await app.cases.read(caseId)
