import { describeFailure, errorCodes, refused, succeeded, type Win32Failure, type Win32Result } from '../win32/result.ts'
import type { Windows } from '../win32/windows.ts'
import type { Notebook } from './reading.ts'
import { userRights } from './user-rights.data.ts'

/**
 * SIDs that hold each user right, by its constant; a right that this Windows does not have is not listed.
 *
 * A right that refuses is left out with a note. Fails where nobody holds any: no Windows lets nobody in, so that is no answer.
 */
export function readRightHolders(windows: Windows, notebook: Notebook): Win32Result<ReadonlyMap<string, readonly string[]>> {
  const answers = windows.localPolicy.open((policy) => userRights.map((right) => ({ right, answer: policy.holders(right) })))
  if (!answers.ok) return answers
  const holders = new Map<string, readonly string[]>()
  let firstFailure: Win32Failure | null = null
  for (const { right, answer } of answers.value) {
    if (answer.ok && answer.value !== null) holders.set(right, [...new Set(answer.value)])
    if (answer.ok) continue
    firstFailure ??= answer.failure
    notebook.gap(`the holders of ${right} are not known: ${describeFailure(answer.failure)}`)
  }
  const anybody = [...holders.values()].some((sids) => sids.length > 0)
  if (anybody) return succeeded(holders)
  if (firstFailure !== null) return { ok: false, failure: firstFailure }
  return refused('LsaEnumerateAccountsWithUserRight', errorCodes.noMoreItems)
}
