import { findingLine } from '#electron/core/rotation/change-words.ts'
import { typedName } from '#electron/core/rotation/choose-logins.ts'
import { displayWidth, padEnd } from '#shared/report/text-layout.ts'
import { inOrder } from '#shared/rotation/plan.ts'
import type { PreflightFinding } from '#shared/rotation/preflight/findings.ts'
import { hanging } from './drift-table.ts'
import { contextOf, type Layout, loginName, say, title } from './rehearsal-layout.ts'

/** What stands in the way comes first; what is as it should be is not told. */
const LEVELS = ['stop', 'by-hand', 'warn'] as const

/** What a preflight found, of the whole change first and then login by login. */
export function findingLines(layout: Layout): string[] {
  const { plan, findings } = layout.rehearsal
  // What restarts has a place of its own.
  const told = findings.filter(({ key, level }) => level !== 'ok' && key !== 'restart-follows')
  const groups = [null, ...inOrder(plan).map(({ key }) => key)].map((login) => ({
    login,
    own: told.filter((finding) => finding.login === login),
  }))
  const lines = groups
    .filter(({ own }) => own.length > 0)
    .flatMap(({ login, own }) => [
      ...hanging('  ', login === null ? say(layout, 'cli/rotate/of-all') : loginName(layout, login), layout.width),
      ...LEVELS.flatMap((level) =>
        own.filter((finding) => finding.level === level).flatMap((finding) => oneFinding(layout, level, finding)),
      ),
    ])
  const none = hanging('  ', say(layout, 'cli/rotate/findings-none'), layout.width)
  return [...title(layout, 'cli/rotate/findings'), ...(lines.length === 0 ? none : lines), ...ownUserHint(layout)]
}

/** How to see the plan with a user of the sync tool's own, where somebody else uses the login. */
function ownUserHint(layout: Layout): string[] {
  const shared = layout.rehearsal.findings.find(({ advice }) => advice === 'give-own-user')?.login ?? null
  const login = layout.rehearsal.plan.logins.find(({ key }) => key === shared)
  if (login === undefined) return []
  return hanging('  ', say(layout, 'cli/rotate/try-new-user', { option: `--new-user ${typedName(login)}=svc-sync` }), layout.width)
}

function oneFinding(layout: Layout, level: (typeof LEVELS)[number], finding: PreflightFinding): string[] {
  const { pen, width } = layout
  const labels = LEVELS.map((each) => say(layout, `cli/rotate/level/${each}`))
  const label = padEnd(say(layout, `cli/rotate/level/${level}`), Math.max(...labels.map(displayWidth)))
  const advice = finding.advice === undefined ? '' : ` ${say(layout, `preflight-advice/${finding.advice}`)}`
  const [first = '', ...further] = hanging(`    ${label}  `, `${findingLine(contextOf(layout), finding)}${advice}`, width)
  const mark = { stop: pen.red, 'by-hand': pen.yellow, warn: pen.yellow }[level]
  return [first.replace(label, () => mark(label)), ...further]
}
