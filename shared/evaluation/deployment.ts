import type { Profile } from '../formats/profile.ts'
import { DAY_MS, endOfDay, startOfDay } from './time.ts'

/** Length of a deployment whose end nobody named, in days. */
const USUAL_DEPLOYMENT_DAYS = 21

/** However late `until` is: longer is no deployment any more, in days after `since`. */
const LONGEST_DEPLOYMENT_DAYS = 120

/**
 * Last instant (ms) of the deployment exception; null: it does not hold.
 *
 * Whole days in UTC: the last day counts to its end. With neither `since` nor `until` nothing bounds it, so it has ended.
 */
export function deploymentExceptionEnd(profile: Profile, nowMs: number): number | null {
  const { phase, since, until } = profile.deployment
  if (phase !== 'deploying') return null
  const ends: number[] = []
  if (until !== undefined) ends.push(endOfDay(until))
  if (since !== undefined) {
    const limitDays = until === undefined ? USUAL_DEPLOYMENT_DAYS : LONGEST_DEPLOYMENT_DAYS
    ends.push(startOfDay(since) + (limitDays + 1) * DAY_MS - 1)
  }
  if (ends.length === 0) return null
  const end = Math.min(...ends)
  return nowMs <= end ? end : null
}
