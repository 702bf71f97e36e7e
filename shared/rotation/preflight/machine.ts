import { found, type PreflightFinding } from './findings.ts'
import type { PreflightWorld } from './world.ts'

/** A journal has some hundred lines; the rest is for what else writes while it grows. */
export const JOURNAL_BYTES = 64 * 1024 * 1024

/** Counts of failed sign-ins, states and sessions change within minutes. */
export const FRESH_MINUTES = 60

const MINUTE_MS = 60 * 1000
const MEGABYTE = 1024 * 1024

/** The process, its facts and the disk of its journal. */
export function judgeMachine(world: PreflightWorld): readonly PreflightFinding[] {
  const { collectedAt, collector } = world.input.snapshot
  const ageMinutes = Math.floor((world.nowMs - Date.parse(collectedAt)) / MINUTE_MS)
  return [
    ...(world.input.logins.length === 0 ? [found('stop', 'no-login-chosen', null)] : []),
    collector.elevated ? found('ok', 'elevation-held', null) : found('stop', 'elevation-missing', null),
    ...(collector.userSid === undefined ? [found('warn', 'session-not-known', null)] : []),
    ...(ageMinutes > FRESH_MINUTES ? [found('warn', 'facts-old', null, { minutes: ageMinutes })] : []),
    ...judgeKeychain(world),
    ...judgeSpace(world),
  ]
}

/** Passwords that a person holds need no keychain. */
function judgeKeychain(world: PreflightWorld): readonly PreflightFinding[] {
  if (world.input.logins.every(({ keptIn }) => keptIn === 'person')) return []
  const { keychain } = world.input.readings
  if (keychain === undefined) return [found('warn', 'keychain-not-known', null)]
  if (keychain.status === 'read') return [found('ok', 'keychain-works', null)]
  return [found('stop', 'keychain-refuses', null, { reason: keychain.reason })]
}

function judgeSpace(world: PreflightWorld): readonly PreflightFinding[] {
  const space = world.input.readings.journalSpace
  if (space?.status !== 'read') return [found('warn', 'journal-space-not-known', null)]
  const megabytes = Math.floor(space.value / MEGABYTE)
  return [
    space.value < JOURNAL_BYTES
      ? found('stop', 'journal-space-short', null, { megabytes, needed: JOURNAL_BYTES / MEGABYTE })
      : found('ok', 'journal-space-enough', null, { megabytes }),
  ]
}
