import type { Rehearsal, RehearsedAct } from './compose-change.ts'

export const rehearsalSchemaId = 'erp-sync-checkup/rehearsal@1'

/** A rehearsal for a machine: the same keys in every language, names as they are, nothing secret. */
export function rehearsalDocument(rehearsal: Rehearsal): object {
  const { now, collectedAt, standing, plan, preflight, findings, notRead, acts, throughWindows, pausedAtLeast, restarts } = rehearsal
  return {
    schema: rehearsalSchemaId,
    server: plan.server,
    now,
    collectedAt,
    standing,
    logins: plan.logins.map(({ key, kind, name, change, changedBy, holders }) => ({ key, kind, name, change, changedBy, holders })),
    throughWindows,
    findings,
    notRead,
    dependants: preflight.dependants,
    acts: acts.map(actOf),
    pausedAtLeastMinutes: pausedAtLeast,
    restarts,
    plan,
  }
}

const actOf = ({ id, place, act, owner, login, holder, service, generation, how, check, inverse, backClosed }: RehearsedAct) => ({
  id,
  step: place,
  act,
  owner,
  login,
  holder,
  service,
  generation,
  how,
  check,
  undoneBy: inverse?.act ?? null,
  backClosed,
})
