import { actLine, checkLine, closedLine, undoLine } from '#electron/core/rotation/change-words.ts'
import type { RehearsedAct } from '#electron/core/rotation/compose-change.ts'
import { othersOf } from '#electron/core/rotation/rehearsal-plan.ts'
import { displayWidth, padEnd } from '#shared/report/text-layout.ts'
import { type Owner, type Step, steps } from '#shared/rotation/keys.ts'
import { hanging } from './drift-table.ts'
import { contextOf, type Layout, say, title } from './rehearsal-layout.ts'

const OWNERS: readonly Owner[] = ['you', 'consultant', 'app']

const loginOf = (layout: Layout, key: string | null | undefined) => layout.rehearsal.plan.logins.find((planned) => planned.key === key)

/** The ten steps with every act in order: who does it, how it is checked, what undoes it, and from where nothing can be undone. */
export function stepLines(layout: Layout): string[] {
  const { acts, standing } = layout.rehearsal
  const note = standing === 'stopped' ? hanging('  ', say(layout, 'cli/rotate/steps-stopped'), layout.width) : []
  const closing = acts.find(({ backClosed }) => backClosed.length > 0)
  return [...title(layout, 'cli/rotate/steps'), ...note, ...steps.flatMap((step, index) => oneStep(layout, step, index + 1, closing))]
}

function oneStep(layout: Layout, step: Step, number: number, closing: RehearsedAct | undefined): string[] {
  const own = layout.rehearsal.acts.filter(({ place }) => place === step)
  const heading = hanging(`${String(number).padStart(4)} `, say(layout, `rotation-step/${step}`), layout.width).map(layout.pen.bold)
  if (own.length === 0) return [...heading, ...hanging('     ', say(layout, 'cli/rotate/nothing-to-do'), layout.width)]
  return [...heading, ...own.flatMap((act) => oneAct(layout, act, act === closing))]
}

function oneAct(layout: Layout, act: RehearsedAct, closesBack: boolean): string[] {
  const { pen, width } = layout
  const owners = OWNERS.map((owner) => displayWidth(say(layout, `rotation-owner/${owner}`)))
  const label = `     ${padEnd(say(layout, `rotation-owner/${act.owner}`), Math.max(...owners))}  `
  const below = ' '.repeat(displayWidth(label))
  const check = checkLine(contextOf(layout), act)
  // What would undo an act is no promise where the way back is closed.
  const back = act.backClosed.length > 0 ? null : undoLine(contextOf(layout), act)
  const checked = back === null ? say(layout, 'cli/rotate/check', { check }) : say(layout, 'cli/rotate/check-and-back', { check, back })
  const why = act.backClosed.map((reason) => closedLine(contextOf(layout), reason)).join('; ')
  return [
    ...hanging(label, actLine(contextOf(layout), act), width),
    ...hanging(below, checked, width).map(pen.dim),
    ...stillUsed(layout, act).flatMap((line) => hanging(below, line, width).map(pen.yellow)),
    ...(closesBack ? hanging(below, say(layout, 'cli/rotate/back-closed', { why }), width).map(pen.yellow) : []),
  ]
}

/** What others go on signing in with is not disabled at the end. */
function stillUsed(layout: Layout, { act, login: key }: RehearsedAct): string[] {
  const login = loginOf(layout, key)
  if (act !== 'create-user' || login?.usedByOthers !== true) return []
  const names = othersOf(layout.rehearsal.preflight, login.key).join(', ')
  return [say(layout, 'cli/rotate/still-used', { login: login.name, names })]
}
