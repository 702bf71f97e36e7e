import type { Language, RotationPreparation, RunAnswer } from '#shared/contract/index.ts'
import { preparationView } from '../rotation/preparation-view.ts'
import type { OpenRun, RunRecord } from '../rotation/runs.ts'
import { answersTo } from '../rotation/trouble-view.ts'
import type { App } from './app.ts'
import { asAnswer } from './boundary.ts'
import { enterOldPassword } from './enter-old-password.ts'
import { eventStream } from './event-stream.ts'
import { AppFailure } from './failure.ts'
import type { Implementer } from './implementer.ts'
import { createPreparer, type Prepared, planToBegin } from './prepare-rotation.ts'
import { factsOf } from './rotation-facts.ts'
import { calendarFileOf, reportFileOf } from './rotation-files.ts'
import { listedRuns } from './rotation-list.ts'
import type { RotationDesk } from './rotation-runs.ts'
import { signInToSql } from './sign-in-to-sql.ts'

/** The attended password change. SECURITY: no procedure takes or gives a password. */
export function rotationProcedures(os: Implementer, app: App, desk: RotationDesk) {
  const preparationOf = createPreparer(app)
  return {
    list: os.rotation.list.handler(({ input }) => listedRuns(app, desk.runs, app.say(input.language))),
    prepare: os.rotation.prepare.handler(async ({ input }) => viewOf(app, input, await preparationOf(input.id, input.choices, input.real))),
    begin: os.rotation.begin.handler(async ({ input }): Promise<RunAnswer> => {
      const prepared = await preparationOf(input.id, input.choices, input.real)
      return await desk.begin(planToBegin(app, input, prepared), input.language)
    }),
    open: os.rotation.open.handler(({ input }) => desk.open(input.run, input.language)),
    act: os.rotation.act.handler(({ input, signal }) =>
      eventStream<RunAnswer>(async (tell) => {
        try {
          // Whoever stops listening stops nothing: an act is never left in the middle.
          await desk.act(input.run, input.act, input.language, tell)
        } catch (error) {
          throw asAnswer(error, app, 'rotation.act', input.language)
        }
      }, signal),
    ),
    confirm: os.rotation.confirm.handler(async ({ input }): Promise<RunAnswer> => {
      const run = await desk.opened(input.run)
      const { intent } = run.conductor.state()
      if (intent?.id === input.act && input.outcome === 'done') checkSaid(intent.act, input)
      const said = { by: input.by, session: input.session }
      return await desk.turn(run, input.language, ({ act, notDone }) =>
        input.outcome === 'done' ? act(input.act, said) : notDone(input.act),
      )
    }),
    typeIn: os.rotation.typeIn.handler(({ input }) => desk.typeIn(input.run, input.language)),
    enterOld: os.rotation.enterOld.handler(async ({ input }) => {
      const prepared = await preparationOf(input.id, input.choices, true)
      return await enterOldPassword(app, prepared, input)
    }),
    signInToSql: os.rotation.signInToSql.handler(({ input }) => signInToSql(app, input)),
    answer: os.rotation.answer.handler(async ({ input }): Promise<RunAnswer> => {
      const run = await desk.opened(input.run)
      const [question] = run.conductor.state().questions
      const facts = factsOf(run)
      const chosen = question === undefined ? undefined : answersTo({ facts }, question).find(({ id }) => id === input.option)
      if (chosen === undefined) return await desk.answerNow(run, input.language)
      return await desk.turn(run, input.language, ({ answer }) => answer(chosen.answer))
    }),
    decide: os.rotation.decide.handler(async ({ input }): Promise<RunAnswer> => {
      const { decision } = input
      return await desk.turn(await desk.opened(input.run), input.language, (conductor) =>
        decision === 'finish-provisionally' ? conductor.finishProvisionally() : conductor.decide(decision),
      )
    }),
    leave: os.rotation.leave.handler(async ({ input }) => {
      await desk.runs().then((runs) => runs.close(input.run))
      return {}
    }),
    discard: os.rotation.discard.handler(async ({ input }) => {
      const record = await recordOf(desk, input.run)
      if (record?.plan.rehearsal === false) throw new AppFailure('REFUSED', 'rotation/refused/no-rehearsal')
      await desk.runs().then((runs) => runs.discard(input.run))
      return {}
    }),
    report: os.rotation.report.handler(async ({ input }) => {
      const record = await recordOf(desk, input.run)
      if (record === null) throw new AppFailure('NOT_FOUND', 'rotation/refused/not-open')
      return await reportFileOf(app, record, input)
    }),
    calendar: os.rotation.calendar.handler(({ input }) => calendarFileOf(app, input)),
  }
}

type PrepareAnswer = RotationPreparation | { readonly kind: 'no-login'; readonly line: string }

function viewOf(app: App, { language }: { readonly language: Language }, prepared: Prepared): PrepareAnswer {
  const { stored, preparation, onlyRehearsal, keeping, toSignInTo } = prepared
  const translator = app.say(language)
  if (preparation === null) return { kind: 'no-login', line: translator.text('rotation/no-login') }
  const { timeZone, askPassword, changeServer } = app.ports
  return preparationView(preparation, {
    snapshot: stored.snapshot.value,
    translator,
    timeZone,
    onlyRehearsal: onlyRehearsal === null ? null : translator.text(`rotation/only-rehearsal/${onlyRehearsal}`),
    keeping,
    toSignInTo,
    canEnterOld: askPassword !== null && changeServer !== null,
  })
}

function checkSaid(act: string, { by, session }: { readonly by: string | null; readonly session: string | null }): void {
  if (act === 'vendor-confirm' && (by === null || by === '')) throw new AppFailure('REFUSED', 'rotation/refused/name')
  if (act === 'end-call' && session === null) throw new AppFailure('REFUSED', 'rotation/refused/session')
}

/** What was written down of a run, open or not. */
async function recordOf(desk: RotationDesk, run: string): Promise<RunRecord | null> {
  const runs = await desk.runs()
  const open: OpenRun | null = runs.current(run)
  if (open === null) return await runs.record(run)
  const { conductor, startedAt } = open
  return { run, startedAt, plan: conductor.plan, events: conductor.events() }
}
