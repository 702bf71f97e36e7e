import { basename, dirname, join } from 'node:path'

/** The files that belong to a snapshot, whether they exist or not. */
export interface Companions {
  readonly profile: string
  readonly answers: string
}

/**
 * Where the profile and the answers of a snapshot lie: beside it, under its name.
 *
 * `ERP01.json` and `ERP01.snapshot.json` have `ERP01.profile.json` and `ERP01.answers.json`; `snapshot.json`, which `samples --write` makes,
 * has `profile.json` and `answers.json`.
 */
export function companionsOf(snapshot: string): Companions {
  const stem = basename(snapshot).replace(/\.json$/i, '')
  const name = /^snapshot$/i.test(stem) ? '' : `${stem.replace(/\.snapshot$/i, '')}.`
  const beside = (part: string): string => join(dirname(snapshot), `${name}${part}.json`)
  return { profile: beside('profile'), answers: beside('answers') }
}
