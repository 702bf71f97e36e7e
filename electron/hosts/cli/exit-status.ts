import type { Checkup } from '#shared/formats/checkup.ts'

export const exitStatus = {
  done: 0,
  gaps: 1,
  wrongUsage: 2,
  open: 3,
  ownFault: 70,
} as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

/** What a script learns from a checkup. */
export function statusOf(checkup: Checkup): ExitStatus {
  const verdicts = new Set(checkup.items.map((item) => item.verdict))
  if (verdicts.has('fail')) return exitStatus.gaps
  return verdicts.has('attention') || verdicts.has('unknown') ? exitStatus.open : exitStatus.done
}
