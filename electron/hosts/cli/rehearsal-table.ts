import { dependantLine, holderLine, howLine, notReadLine } from '#electron/core/rotation/change-words.ts'
import type { Rehearsal } from '#electron/core/rotation/compose-change.ts'
import { momentInWords } from '#shared/report/dates.ts'
import { createPen } from '#shared/report/pen.ts'
import type { TableOptions } from '#shared/report/table.ts'
import { inOrder, type PlannedLogin } from '#shared/rotation/plan.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import { hanging } from './drift-table.ts'
import { findingLines } from './rehearsal-findings.ts'
import { contextOf, type Layout, loginName, NARROWEST, say, title, WIDEST } from './rehearsal-layout.ts'
import { stepLines } from './rehearsal-steps.ts'

/** The plan of a password change as plain text; ends with a newline. Names from the files are made visible here. */
export function rehearsalTable(rehearsal: Rehearsal, translator: Translator, options: TableOptions): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width))
  const layout: Layout = { width, pen: createPen(options.colour), translator, rehearsal }
  const lines = [
    ...head(layout),
    ...logins(layout),
    ...findingLines(layout),
    ...notKnown(layout),
    ...dependants(layout),
    ...stepLines(layout),
    ...pauseAndRestarts(layout),
  ]
  return `${lines.join('\n')}\n`
}

function head({ width, pen, translator, rehearsal }: Layout): string[] {
  const { plan, collectedAt, standing } = rehearsal
  const server = plan.server === '?' ? translator.text('cli/rotate/unnamed-server') : visibleText(plan.server)
  const mark = { 'could-start': pen.green, stopped: pen.red, 'not-known': pen.yellow }[standing]
  return [
    ...hanging('', translator.text('cli/rotate/title', { server }), width).map(pen.bold),
    '',
    ...hanging('', translator.text('cli/rotate/facts', { time: momentInWords(collectedAt, translator) }), width),
    ...hanging('', translator.text(`cli/rotate/standing/${standing}`), width).map(mark),
  ]
}

function logins(layout: Layout): string[] {
  const { translator, rehearsal, width } = layout
  const remarks = [
    ...(rehearsal.throughWindows.length === 0
      ? []
      : [translator.text('cli/rotate/through-windows', { logins: rehearsal.throughWindows.join(', ') })]),
    ...(rehearsal.plan.logins.some(({ change }) => change.kind === 'new-password') ? [translator.text('cli/rotate/old-passwords')] : []),
  ]
  return [
    ...title(layout, 'cli/rotate/logins'),
    ...inOrder(rehearsal.plan).flatMap((login) => loginLines(layout, login)),
    ...remarks.flatMap((remark) => hanging('  ', visibleText(remark), width)),
  ]
}

function loginLines(layout: Layout, login: PlannedLogin): string[] {
  const how = howLine(contextOf(layout), login, layout.rehearsal.findings)
  const named = login.holders.map((holder) => holderLine(contextOf(layout), holder)).join(', ')
  return [
    ...hanging('  ', loginName(layout, login.key), layout.width).map(layout.pen.bold),
    ...hanging('    ', how, layout.width),
    ...hanging('    ', say(layout, 'cli/rotate/holders', { holders: named }), layout.width),
  ]
}

/** What no file can tell, each once in one sentence. */
function notKnown(layout: Layout): string[] {
  const { rehearsal, width } = layout
  const line = notReadLine(contextOf(layout), rehearsal.notRead)
  if (line === null) return []
  return [...title(layout, 'cli/rotate/not-known'), ...hanging('  ', line, width)]
}

function dependants(layout: Layout): string[] {
  const { rehearsal, width } = layout
  const { nodes, edges } = rehearsal.preflight.dependants
  const lines = edges.flatMap(({ from, to, handledBy }) => {
    const node = nodes.find(({ id }) => id === from)
    const name = node === undefined ? from : dependantLine(contextOf(layout), node)
    const by = say(layout, `cli/rotate/by/${handledBy}`)
    return hanging('  - ', say(layout, 'cli/rotate/dependant', { name, login: loginName(layout, to), by }), width)
  })
  const none = hanging('  ', say(layout, 'cli/rotate/dependants-none'), width)
  return [...title(layout, 'cli/rotate/dependants'), ...(lines.length === 0 ? none : lines)]
}

function pauseAndRestarts(layout: Layout): string[] {
  const { rehearsal, width } = layout
  const { pausedAtLeast, plan, restarts } = rehearsal
  const names = restarts.map((name) => say(layout, 'cli/rotate/use/service', { name })).join(', ')
  return [
    ...title(layout, 'cli/rotate/pause'),
    ...hanging('  ', say(layout, 'cli/rotate/pause-minutes', { minutes: pausedAtLeast }), width),
    ...hanging('  ', say(layout, 'cli/rotate/watch', { minutes: plan.times.watchMinutes }), width),
    ...title(layout, 'cli/rotate/restarts'),
    ...hanging('  ', names === '' ? say(layout, 'cli/rotate/restarts-none') : names, width),
  ]
}
