import { assign, setup } from 'xstate'

import type { RotationEvent } from './events.ts'
import {
  answers,
  begins,
  canResume,
  completes,
  endsProvisionally,
  fails,
  isAt,
  isInPhase,
  isPast,
  mayCancel,
  mayGoBack,
  mayGoForward,
  renews,
  retries,
} from './guards.ts'
import type { HandState, Place, Step } from './keys.ts'
import { type Ledger, ledgerAtFirst } from './ledger.ts'
import { change, end, enter, failed, pause, prepare, resume, returning, verify } from './machine-steps.ts'
import type { RotationPlan } from './plan.ts'
import { record } from './record.ts'

const isAsking = ({ questions }: Ledger): boolean => questions.length > 0
const isTroubled = (ledger: Ledger): boolean => !isAsking(ledger) && ledger.trouble !== null
const isActing = (ledger: Ledger): boolean => !isAsking(ledger) && ledger.trouble === null && ledger.pending !== null

const handsAre: { readonly [state in HandState]: (ledger: Ledger) => boolean } = {
  asking: isAsking,
  deciding: isTroubled,
  acting: isActing,
  idle: (ledger) => !isAsking(ledger) && !isTroubled(ledger) && !isActing(ledger),
}

const made = setup({
  types: {
    context: {} as Ledger,
    events: {} as RotationEvent,
    input: {} as RotationPlan,
  },
  actions: {
    record: assign(({ context, event }) => record(context, event)),
  },
  guards: {
    begins: ({ context, event }) => begins(context, event),
    completes: ({ context, event }) => completes(context, event),
    fails: ({ context, event }) => fails(context, event),
    answers: ({ context, event }) => answers(context, event),
    answersOnTheWayBack: ({ context, event }) => context.direction === 'back' && answers(context, event),
    retries: ({ context }) => retries(context),
    retriesOnTheWayBack: ({ context }) => context.direction === 'back' && retries(context),
    renews: ({ context, event }) => renews(context, event),
    mayGoBack: ({ context, event }) => mayGoBack(context, event.at),
    mayGoForward: ({ context }) => mayGoForward(context),
    mayCancel: ({ context }) => mayCancel(context),
    endsProvisionally: ({ context, event }) => endsProvisionally(context, event),
    canResume: ({ context }) => canResume(context),
    canResumeTheWayBack: ({ context }) => context.direction === 'back' && canResume(context),
    isPast: ({ context }, { step }: { readonly step: Step }) => isPast(context, step),
    isAt: ({ context }, { place }: { readonly place: Place }) => isAt(context, place),
    isInPhase: ({ context }, { place, phase }: { readonly place: Step | 'returning'; readonly phase: string }) =>
      isInPhase(context, place, phase),
    handsAre: ({ context }, { state }: { readonly state: HandState }) => handsAre[state](context),
  },
})

/** What any place of the way answers to: it is found anew from what is known. */
const anywhere = {
  resumed: [
    { guard: 'canResumeTheWayBack', target: '.returning', actions: 'record' },
    { guard: 'canResume', target: '.schedule', actions: 'record' },
  ],
  'world-asked': [
    { guard: 'answersOnTheWayBack', target: '.returning', actions: 'record' },
    { guard: 'answers', target: '.schedule', actions: 'record' },
  ],
  'retry-chosen': [
    { guard: 'retriesOnTheWayBack', target: '.returning', actions: 'record' },
    { guard: 'retries', target: '.schedule', actions: 'record' },
  ],
  'renewal-chosen': { guard: 'renews', target: '.schedule', actions: 'record' },
  'back-chosen': { guard: 'mayGoBack', target: '.returning', actions: 'record' },
  'forward-chosen': { guard: 'mayGoForward', target: '.schedule', actions: 'record' },
  cancelled: { guard: 'mayCancel', target: '.cancelled', actions: 'record' },
} as const

const begun = { guard: 'begins', actions: 'record' } as const
const hands = <State extends HandState>(state: State) => ({ guard: { type: 'handsAre', params: { state } }, target: state }) as const

/**
 * The attended password change: ten steps, the way back, and what the hands are free to do.
 *
 * Pure: events are facts, nothing is started or waited for; the region `way` says where the change is, `hands` whether an act may begin.
 */
export const rotationMachine = made.createMachine({
  id: 'rotation',
  type: 'parallel',
  context: ({ input }) => ledgerAtFirst(input),
  states: {
    way: {
      initial: 'schedule',
      on: anywhere,
      states: {
        ...prepare,
        pause,
        change,
        enter,
        resume,
        verify,
        end,
        returning,
        complete: { type: 'final' },
        cancelled: { type: 'final' },
      },
    },
    hands: {
      initial: 'idle',
      states: {
        idle: {
          always: [hands('asking'), hands('deciding'), hands('acting')],
          on: {
            'act-started': begun,
            'service-stopping': begun,
            'password-changing': begun,
            'act-failed': failed,
            'verification-failed': failed,
            'watch-failed': failed,
          },
        },
        acting: {
          always: [hands('asking'), hands('deciding'), hands('idle')],
          on: { 'act-failed': failed, 'password-refused': failed, 'verification-failed': failed, 'watch-failed': failed },
        },
        asking: { always: [hands('deciding'), hands('acting'), hands('idle')] },
        deciding: { always: [hands('asking'), hands('acting'), hands('idle')] },
      },
    },
  },
})
