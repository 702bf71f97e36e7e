import type { Intent } from '#shared/rotation/intent.ts'
import type { RotationState } from '#shared/rotation/state.ts'
import { rotationPlans } from './rotation-plans.ts'
import {
  type Course,
  copyOf,
  type Fault,
  faultKinds,
  faultPlaces,
  goOn,
  type RotationSession,
  rotationSession,
} from './rotation-session.ts'

/** A way through a rotation on which every act meets every fault. */
export interface FaultCourse {
  readonly name: string
  readonly plan: keyof typeof rotationPlans
  /** the act before which the person decides to go back; null: goes on to the end */
  readonly backBefore: Intent['act'] | null
}

export interface FaultCase extends Fault {
  readonly course: FaultCourse
  readonly act: string
  readonly session: RotationSession
}

const turns: { readonly [plan in keyof typeof rotationPlans]: readonly (Intent['act'] | null)[] } = {
  'three new passwords': [null, 'hand-over'],
  'new users': [null, 'vendor-confirm'],
  'a new user beside a login that others use': [null, 'vendor-confirm'],
  'a domain account kept by a person': [null, 'change-password'],
  'a reset without a pause': [null, 'join-call'],
}

export const faultCourses: readonly FaultCourse[] = (Object.keys(rotationPlans) as (keyof typeof rotationPlans)[]).flatMap((plan) =>
  turns[plan].map((backBefore) => ({ name: backBefore === null ? plan : `${plan}, back before ${backBefore}`, plan, backBefore })),
)

/** Turns back once, at the act of the course. */
export function decideOn({ backBefore }: FaultCourse): NonNullable<Course['decide']> {
  return ({ intent, direction, hands, decisions }: RotationState) =>
    hands === 'idle' && direction === 'forward' && intent?.act === backBefore && decisions.includes('back-chosen')
      ? 'back-chosen'
      : undefined
}

/** Kinds that come to the same entries and the same world at a place are one case there, named after the first. */
const kindsAt: { readonly [place in Fault['place']]: readonly Fault['kind'][] } = {
  'before it is begun': ['killed'],
  'once it is begun': faultKinds,
  'once it is done': ['killed', 'exception', 'time-out', 'disk full'],
  'once it is written down': ['killed'],
}

/** Every act that the machine offers on a course, at every place, with every kind of fault; each begins where the act is offered. */
export function faultCases(course: FaultCourse): readonly FaultCase[] {
  const before = new Map<string, RotationSession>()
  goOn(rotationSession(rotationPlans[course.plan]), {
    decide: decideOn(course),
    strike: ({ id }, session) => {
      if (!before.has(id)) before.set(id, copyOf(session))
      return undefined
    },
  })
  return [...before].flatMap(([act, session]) =>
    faultPlaces.flatMap((place) => kindsAt[place].map((kind): FaultCase => ({ course, act, session, place, kind }))),
  )
}
