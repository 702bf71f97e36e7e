import type { CheckupItem } from '../formats/checkup.ts'
import type { Translator } from '../texts/translator.ts'
import { visibleText } from '../visible-text.ts'

/** The check whose evidence names the designated logins with the grade of their passwords. */
const LOGINS_CHECK = 'passwords-strong-unique'

export interface ReportLogin {
  readonly login: string
  /** undefined: neither grade holds; what is wrong is said with the item, and no report says how weak a password is */
  readonly grade: 'best' | 'good' | undefined
  readonly gradeWord: string
}

/** Designated logins with a password of their own; a grade counts only where nothing that was found speaks against it. */
export function loginsOf(items: readonly CheckupItem[], translator: Translator): ReportLogin[] {
  // the profile is named where there is no login to speak of
  const evidence = (items.find(({ id }) => id === LOGINS_CHECK)?.evidence ?? []).filter(({ probe }) => probe !== 'profile')
  const logins = new Map<string, typeof evidence>()
  for (const piece of evidence) logins.set(piece.subject, [...(logins.get(piece.subject) ?? []), piece])
  return [...logins].map(([login, pieces]) => {
    const judged = pieces.filter(({ verdict }) => verdict !== undefined)
    const holds = judged.every(({ verdict }) => verdict === 'pass')
    const grade = holds ? (['good', 'best'] as const).find((each) => judged.some(({ kind }) => kind === each)) : undefined
    return { login: visibleText(login), grade, gradeWord: translator.text(`report/login/${grade ?? 'none'}`) }
  })
}
