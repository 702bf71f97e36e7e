import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RotationEvent, rotationEventSchema } from '#shared/rotation/events.ts'
import { decisions } from '#shared/rotation/keys.ts'
import { replay } from '#shared/rotation/replay.ts'
import { rotationPlans } from '../../support/rotation-plans.ts'
import { faultKinds, faultPlaces, goOn, type RotationSession, rotationSession } from '../../support/rotation-session.ts'
import { leftovers, untruths } from '../../support/rotation-truth.ts'

const planNames = Object.keys(rotationPlans) as (keyof typeof rotationPlans)[]

/** Most faults of one course; a person gives up long before. */
const MOST_FAULTS = 4

const fault = fc.record({ after: fc.nat(60), place: fc.constantFrom(...faultPlaces), kind: fc.constantFrom(...faultKinds) })
const decision = fc.record({ after: fc.nat(80), wanted: fc.constantFrom(...decisions.filter((known) => known !== 'cancelled')) })

interface Chance {
  readonly plan: keyof typeof rotationPlans
  readonly faults: readonly {
    readonly after: number
    readonly place: (typeof faultPlaces)[number]
    readonly kind: (typeof faultKinds)[number]
  }[]
  readonly decided: readonly { readonly after: number; readonly wanted: (typeof decisions)[number] }[]
}

const chance: fc.Arbitrary<Chance> = fc.record({
  plan: fc.constantFrom(...planNames),
  faults: fc.array(fault, { maxLength: MOST_FAULTS }),
  decided: fc.array(decision, { maxLength: 3 }),
})

/** Runs a course on which faults strike and decisions fall after so many turns; says what was wrong. */
function wrongOn({ plan, faults, decided }: Chance): { readonly session: RotationSession; readonly wrong: readonly string[] } {
  const session = rotationSession(rotationPlans[plan])
  const wrong: string[] = []
  const left = { faults: [...faults], decided: [...decided] }
  let turns = 0
  goOn(session, {
    look: (state, at) => {
      turns += 1
      wrong.push(...untruths(state, at))
    },
    strike: () => {
      const due = left.faults.findIndex(({ after }) => after <= turns)
      return due < 0 ? undefined : left.faults.splice(due, 1)[0]
    },
    decide: (state) => {
      const due = left.decided.findIndex(({ after, wanted }) => after <= turns && state.decisions.includes(wanted))
      return due < 0 ? undefined : left.decided.splice(due, 1)[0]?.wanted
    },
  })
  return { session, wrong: [...new Set([...wrong, ...leftovers(session)])] }
}

describe('any course', () => {
  it('ends with every holder agreeing, whatever fails and whatever is decided', () => {
    fc.assert(
      fc.property(chance, (course) => {
        expect(wrongOn(course).wrong).toEqual([])
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('comes to the same state in every replay, at each of its events', () => {
    fc.assert(
      fc.property(chance, (course) => {
        const { session } = wrongOn(course)
        const events = JSON.parse(JSON.stringify(session.journal)) as readonly RotationEvent[]
        const replayed = replay(session.plan, events)
        expect(replayed.ok && replayed.rotation.ledger).toEqual(session.rotation.ledger)
        expect(replay(session.plan, events)).toEqual(replayed)
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('writes only what the format of the events takes', () => {
    fc.assert(
      fc.property(chance, (course) => {
        for (const event of wrongOn(course).session.journal) expect(rotationEventSchema.parse(event)).toEqual(event)
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})

/** Events of every type about logins and services that may or may not be in the plan. */
const anyEvent: fc.Arbitrary<RotationEvent> = (() => {
  const login = fc.constantFrom('windows:ERP01\\erpsync', 'sql-server:ERP01\\SAGE/wsp_sync', 'windows:nobody', '__proto__', 'constructor')
  const generation = fc.nat(2)
  const fields = fc.record({
    login,
    holder: fc.constantFrom('service:WSPSync', 'field:SQL password', null, '__proto__'),
    service: fc.constantFrom('WSPSync', 'Spooler', '__proto__'),
    generation,
    how: fc.constantFrom('change', 'reset'),
    act: fc.constantFrom('preflight', 'watch', 'stop-service WSPSync', 'generate windows:ERP01\\erpsync 1'),
    outcome: fc.constantFrom('not-done', 'unknown', 'complete', 'provisional'),
    proves: fc.constantFrom('wrong-password', 'nothing'),
    code: fc.constant('1326'),
    storedIn: fc.constantFrom('keychain', 'person'),
    session: fc.constantFrom('gone', 'remains'),
    by: fc.constant('Robin Vale'),
    problems: fc.constant(['keyring']),
    logins: fc.array(login, { minLength: 1, maxLength: 2 }),
    answer: fc.oneof(
      fc.record({ about: fc.constant('password'), login, holds: fc.option(generation) }),
      fc.record({ about: fc.constant('secret'), login, generation, present: fc.boolean() }),
      fc.record({ about: fc.constant('user'), login, exists: fc.option(fc.boolean()) }),
      fc.record({
        about: fc.constant('service'),
        service: fc.constantFrom('WSPSync', '__proto__'),
        state: fc.constantFrom('running', 'stopped', 'unknown'),
        startMode: fc.constantFrom('auto', 'disabled', 'unknown'),
      }),
    ),
  })
  const types = rotationEventSchema.options.map((option) => option.shape.type.value)
  return fc
    .tuple(fc.constantFrom(...types), fields, fc.nat(100_000))
    .map(
      ([type, more, minutes]) =>
        ({ ...more, type, at: new Date(1_700_000_000_000 + minutes * 60_000).toISOString() }) as unknown as RotationEvent,
    )
})()

describe('replay', () => {
  const prefix = goneTo(40)

  it('never throws, and names the first event that is refused', () => {
    fc.assert(
      fc.property(fc.nat(prefix.journal.length), fc.array(anyEvent, { maxLength: 12 }), (kept, more) => {
        const events = [...prefix.journal.slice(0, kept), ...more]
        const replayed = replay(prefix.plan, events)
        if (replayed.ok) return
        const { index, event } = replayed.fault
        expect(index).toBeGreaterThanOrEqual(kept)
        expect(event).toBe(events[index])
        expect(replay(prefix.plan, events.slice(0, index)).ok).toBe(true)
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  it.each([0, 3, 9, 20])('refuses a journal from which event %d is missing', (missing) => {
    const replayed = replay(
      prefix.plan,
      prefix.journal.filter((_event, index) => index !== missing),
    )
    expect(replayed).toMatchObject({ ok: false, fault: { index: missing } })
  })
})

/** A rotation of which so many events have happened. */
function goneTo(events: number): RotationSession {
  const session = rotationSession(rotationPlans['three new passwords'])
  goOn(session)
  return { ...session, journal: session.journal.slice(0, events) }
}
