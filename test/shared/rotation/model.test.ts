import { describe, expect, it } from 'vitest'
import { picturedPlan } from '#build/pages/rotation-picture.ts'
import { keyOf, type WalkStep, walk } from '#build/pages/rotation-walk.ts'
import type { Ledger } from '#shared/rotation/ledger.ts'
import { loginsInOrder } from '#shared/rotation/ledger.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { view } from '#shared/rotation/replay.ts'
import type { RotationState } from '#shared/rotation/state.ts'
import { rotationPlan, sqlLogin, windowsLogin } from '../../support/rotation-plans.ts'

const oneService = {
  services: [{ name: 'WSPSync', startMode: 'auto', delayedStart: true, state: 'running' }],
  stopOrder: ['WSPSync'],
  startOrder: ['WSPSync'],
} as const
const holders = [{ key: 'service:WSPSync', kind: 'service', name: 'WSPSync' }] as const

const plans: readonly (readonly [name: string, plan: RotationPlan, disturbances: number])[] = [
  ['new users', picturedPlan, 1],
  [
    'two passwords',
    rotationPlan({ ...oneService, logins: [windowsLogin({ holders, historyCount: 5 }), sqlLogin({ minimumAgeHours: 24 })] }),
    1,
  ],
  ['one password, twice disturbed', rotationPlan({ ...oneService, pause: 'not-wanted', logins: [sqlLogin({ holders: [] })] }), 2],
]

/** Logins that were changed and whose change is not proven by a sign-in. */
const inChange = ({ logins, pending }: Ledger): number =>
  Object.entries(logins).filter(([key, { verified }]) => verified === null || pending?.intent.login === key).length

const isOver = ({ outcome }: RotationState): boolean => outcome === 'complete' || outcome === 'cancelled'

/** What must hold after every step of every walk. */
const invariants: { readonly [name: string]: (step: WalkStep, state: RotationState) => boolean } = {
  'no two logins are in change at once': ({ to }, { place }) => (place !== 'change' && place !== 'returning') || inChange(to.ledger) <= 1,
  'a password changes only once it is generated and stored': ({ event, to }) =>
    event.type !== 'password-changing' || event.generation <= (to.ledger.logins[event.login]?.generated ?? -1),
  'no service is left as it was not': ({ to }, state) =>
    !isOver(state) ||
    to.ledger.plan.services.every(({ name, startMode, state: before }) => {
      const now = to.ledger.services[name]
      return to.ledger.plan.pause !== 'app' || (now?.startMode === startMode && now.state === before)
    }),
  'the old generation goes once all is verified and the call is over': ({ event, to }) =>
    event.type !== 'old-generation-deleted' ||
    (to.ledger.session === 'gone' &&
      to.ledger.watched &&
      loginsInOrder(to.ledger).every(([, { verified, wanted, held }]) => verified === wanted && held === wanted)),
  'back is never offered where history, age or the end of the call forbid it': ({ to }, { decisions }) =>
    !decisions.includes('back-chosen') ||
    (to.ledger.session !== 'gone' &&
      loginsInOrder(to.ledger).every(
        ([{ change, historyCount, minimumAgeHours }, { held }]) =>
          change.kind === 'new-user' || held === 0 || (historyCount === 0 && minimumAgeHours === 0),
      )),
  'there is always something to do for the app or for a person': (_step, state) =>
    isOver(state) || state.intent !== null || state.questions.length > 0 || state.decisions.length > 0,
  'no intent is offered before the questions are answered': (_step, { questions, intent }) => questions.length === 0 || intent === null,
  'the place of the machine is that of the next act': (_step, { hands, intent, place, phase }) =>
    (hands !== 'idle' && hands !== 'acting') || intent === null || (intent.place === place && (phase ?? intent.phase) === intent.phase),
  'it is over only where every holder agrees': (_step, state) => !isOver(state) || state.disagreements.length === 0,
  'an act is pending exactly while the hands act': ({ to }, { hands }) => (to.ledger.pending !== null) === (hands === 'acting'),
}

/** Breaks of the invariants, each with the first event that led to it; and the places from which no end is reached. */
function breaksOf(
  plan: RotationPlan,
  disturbances: number,
): { readonly broken: readonly string[]; readonly steps: number; readonly dead: number } {
  const broken = new Map<string, string>()
  const before = new Map<string, Set<string>>()
  const ends = new Set<string>()
  let steps = 0
  for (const step of walk(plan, disturbances)) {
    steps += 1
    const state = view(step.to)
    const [from, to] = [keyOf(step.from), keyOf(step.to)]
    before.set(to, (before.get(to) ?? new Set()).add(from))
    if (!before.has(from)) before.set(from, new Set())
    if (isOver(state)) ends.add(to)
    for (const [name, holds] of Object.entries(invariants)) {
      if (!broken.has(name) && !holds(step, state))
        broken.set(name, `${name}: ${JSON.stringify(step.event)} in ${JSON.stringify(step.from.snapshot.value)}`)
    }
  }
  const reached = new Set(ends)
  for (const place of reached) for (const earlier of before.get(place) ?? []) reached.add(earlier)
  return { broken: [...broken.values()], steps, dead: before.size - reached.size }
}

describe('rotation machine', () => {
  it.each(plans)(
    'keeps its invariants and can always be ended: %s',
    (_name, plan, disturbances) => {
      const { broken, steps, dead } = breaksOf(plan, disturbances)
      expect(broken).toEqual([])
      expect(dead).toBe(0)
      expect(steps).toBeGreaterThan(1_000)
    },
    60_000,
  )
})
