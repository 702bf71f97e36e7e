import type { RotationPreparation } from '#shared/contract/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { limitOf } from '#shared/passwords/policy.ts'
import { type ActKind, steps } from '#shared/rotation/keys.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { found, type PreflightFinding } from '#shared/rotation/preflight/findings.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import { actLine, findingLine, holderLine, howLine, notReadLine, type WordsContext } from './change-words.ts'
import type { Rehearsal } from './compose-change.ts'
import { dependantsView } from './dependants-view.ts'
import { type Keeping, mayRehearse, namesToType, type Preparation } from './preparation.ts'

type FindingView = RotationPreparation['findings'][number]

/** Decided before anything begins, so a person does not see them as something to come. */
const BEFOREHAND: ReadonlySet<ActKind> = new Set(['schedule', 'choose', 'preflight'])

export interface ViewParts {
  readonly snapshot: Snapshot
  readonly translator: Translator
  readonly timeZone: string
  /** why only a rehearsal is possible; null: this server can be changed from here */
  readonly onlyRehearsal: string | null
  /** of a real change */
  readonly keeping: Keeping
  readonly canEnterOld: boolean
  /** instances of SQL Server */
  readonly toSignInTo: readonly string[]
}

/** What a person decides on, in words. */
export function preparationView(
  { server, choices, change, all, rehearsal }: Preparation,
  { snapshot, translator, timeZone, onlyRehearsal, keeping, canEnterOld, toSignInTo }: ViewParts,
): RotationPreparation {
  const shown = change ?? all
  const context: WordsContext = { translator, plan: all.plan, collectedAt: all.collectedAt, timeZone }
  const findings = change === null ? [found('stop', 'no-login-chosen', null)] : change.findings
  const standing = change?.standing ?? 'stopped'
  return {
    kind: 'preparation',
    server: visibleText(server.name ?? ''),
    rehearsal,
    onlyRehearsal,
    keeping: rehearsal ? 'either' : keeping,
    canEnterOld: canEnterOld && !rehearsal,
    choices,
    logins: all.plan.logins.map((login) => loginView(login, { all, change, choices, snapshot, context, toSignInTo })),
    throughWindows:
      server.throughWindows.length === 0
        ? null
        : translator.text('rotation/through-windows', {
            logins: server.throughWindows.map(visibleText),
            count: server.throughWindows.length,
          }),
    standing,
    standingLine: translator.text(`cli/rotate/standing/${standing}`),
    canBegin: change !== null && (rehearsal ? mayRehearse(change) : change.preflight.canStart),
    typeToConfirm: rehearsal || change === null ? null : namesToType(change),
    findings: findings.map((finding) => findingView(context, finding)),
    notRead: change === null ? null : notReadLine(context, change.notRead),
    graph: dependantsView(context, shown),
    steps: stepsOf(context, change),
    pausedAtLeastMinutes: change?.pausedAtLeast ?? 0,
    restarts: (change?.restarts ?? []).map(visibleText),
  }
}

interface LoginParts {
  readonly all: Rehearsal
  readonly change: Rehearsal | null
  readonly choices: RotationPreparation['choices']
  readonly snapshot: Snapshot
  readonly context: WordsContext
  readonly toSignInTo: readonly string[]
}

function loginView(
  login: PlannedLogin,
  { all, change, choices, snapshot, context, toSignInTo }: LoginParts,
): RotationPreparation['logins'][number] {
  const choice = choices.logins.find(({ key }) => key === login.key)
  const planned = change?.plan.logins.find(({ key }) => key === login.key) ?? login
  const { findings } = change ?? all
  return {
    key: login.key,
    kind: login.kind,
    kindWord: context.translator.text(`rotation-kind/${login.kind}`),
    name: visibleText(login.name),
    chosen: choice !== undefined,
    newUser: choice?.newUser ?? null,
    suggestedUser: suggestedUser(login, snapshot),
    length: choice?.length ?? login.length,
    longest: limitOf(login.kind),
    keptIn: choice?.keptIn ?? login.keptIn,
    oldPasswordAtHand: choice?.oldPasswordAtHand ?? login.oldPasswordKnown,
    how: howLine(context, planned, findings),
    goesTo: planned.holders.map((holder) => holderLine(context, holder)),
    signInTo: toSignInTo.find((instance) => login.key.startsWith(`sql-server:${instance}/`)) ?? null,
  }
}

/** More numbers than anybody has users of this name. */
const MOST_TRIES = 100

/** A name that nobody has yet, as far as the facts tell. */
function suggestedUser({ kind, key }: PlannedLogin, { probes }: Snapshot): string {
  const users = probes['local-users']?.status === 'ok' ? probes['local-users'].facts.users.map(({ name }) => name) : []
  const instances = probes['sql-server']?.status === 'ok' ? probes['sql-server'].facts.instances : []
  const own = instances.filter(({ name }) => key.startsWith(`sql-server:${name}/`))
  const taken = new Set(
    (kind === 'sql-server' ? own.flatMap(({ logins }) => logins.map(({ name }) => name)) : users).map((name) => name.toLowerCase()),
  )
  const name = kind === 'sql-server' ? 'svc_sync' : 'svc-sync'
  const free = Array.from({ length: MOST_TRIES }, (_, index) => (index === 0 ? name : `${name}${index + 1}`))
  return free.find((each) => !taken.has(each)) ?? name
}

/** One finding in words, with what can be done about it. */
export function findingView(context: WordsContext, finding: PreflightFinding): FindingView {
  const { level, login, advice, key, params } = finding
  const { translator } = context
  const mayBeTaken = key.startsWith('used-by-') && (level === 'stop' || level === 'by-hand') && typeof params.id === 'string'
  return {
    level,
    levelWord: level === 'ok' ? '' : translator.text(`cli/rotate/level/${level}`),
    login,
    line: findingLine(context, finding),
    advice: advice === undefined ? null : translator.text(`preflight-advice/${advice}`),
    dependant: mayBeTaken ? String(params.id) : null,
  }
}

function stepsOf(context: WordsContext, change: Rehearsal | null): RotationPreparation['steps'] {
  const acts = (change?.acts ?? []).filter(({ act }) => !BEFOREHAND.has(act))
  return steps.map((id) => ({
    id,
    title: context.translator.text(`rotation-step/${id}`),
    acts: acts.filter(({ place }) => place === id).map((act) => ({ line: actLine(context, act), owner: act.owner })),
  }))
}
