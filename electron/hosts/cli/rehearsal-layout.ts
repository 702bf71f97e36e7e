import type { WordsContext } from '#electron/core/rotation/change-words.ts'
import type { Rehearsal } from '#electron/core/rotation/compose-change.ts'
import type { Pen } from '#shared/report/pen.ts'
import type { PreflightParams } from '#shared/rotation/preflight/findings.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'

/** Narrower than this nothing can be laid out. */
export const NARROWEST = 40

/** Wider lines are hard to read. */
export const WIDEST = 110

/** What the words of the core need to know. */
export const contextOf = ({ translator, rehearsal: { plan, collectedAt } }: Layout): WordsContext => ({ translator, plan, collectedAt })

export interface Layout {
  readonly width: number
  readonly pen: Pen
  readonly translator: Translator
  readonly rehearsal: Rehearsal
}

/** A text with names from a file, which steer no terminal. */
export const say = ({ translator }: Layout, key: string, params: PreflightParams = {}): string => visibleText(translator.text(key, params))

/** A heading with a line of air before it. */
export const title = (layout: Layout, key: string): string[] => ['', layout.pen.bold(say(layout, key))]

/** The name of a login with what kind it is, because two kinds may bear one name. */
export function loginName(layout: Layout, key: string): string {
  const login = layout.rehearsal.plan.logins.find((planned) => planned.key === key)
  if (login === undefined) return visibleText(key)
  const kind = say(layout, `cli/rotate/kind/${login.kind}`)
  const instance = login.kind === 'sql-server' ? ` ${key.slice(`${login.kind}:`.length, key.length - login.name.length - 1)}` : ''
  return visibleText(`${login.name} (${kind}${instance})`)
}
