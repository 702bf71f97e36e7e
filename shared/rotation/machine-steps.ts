import type { Step } from './keys.ts'

const completed = { guard: 'completes', actions: 'record' } as const
export const failed = { guard: 'fails', actions: 'record' } as const

const past = <Target extends string>(step: Step, target: Target) => ({ guard: { type: 'isPast', params: { step } }, target }) as const
const phase = <Phase extends string>(place: Step | 'returning', target: Phase) =>
  ({ guard: { type: 'isInPhase', params: { place, phase: target } }, target }) as const

export const prepare = {
  schedule: { always: past('schedule', 'choose'), on: { scheduled: completed } },
  choose: {
    initial: 'choosing',
    always: past('choose', 'generate'),
    states: {
      choosing: { always: [phase('choose', 'preflight'), phase('choose', 'refused')], on: { chosen: completed } },
      preflight: { always: phase('choose', 'refused'), on: { 'preflight-passed': completed, 'preflight-failed': failed } },
      refused: { always: phase('choose', 'preflight'), on: { chosen: completed } },
    },
  },
  generate: { always: past('generate', 'join'), on: { generated: completed } },
  join: { always: past('join', 'pause'), on: { 'call-joined': completed } },
} as const

export const pause = {
  initial: 'stopping',
  always: past('pause', 'change'),
  states: {
    stopping: { always: [phase('pause', 'disabling'), phase('pause', 'confirming')], on: { 'service-stopped': completed } },
    disabling: { always: [phase('pause', 'stopping'), phase('pause', 'confirming')], on: { 'service-disabled': completed } },
    confirming: { on: { 'sync-paused': completed } },
  },
} as const

export const change = {
  initial: 'changing',
  always: past('change', 'enter'),
  states: {
    changing: {
      always: [phase('change', 'rights'), phase('change', 'holders'), phase('change', 'verifying')],
      on: { 'password-changed': completed, 'sql-login-changed': completed, 'erp-changed-by-hand': completed, 'user-created': completed },
    },
    rights: {
      always: [phase('change', 'changing'), phase('change', 'holders'), phase('change', 'verifying')],
      on: { 'rights-granted': completed, 'remote-desktop-denied': completed },
    },
    holders: {
      always: [phase('change', 'changing'), phase('change', 'verifying')],
      on: { 'service-account-set': completed, 'task-updated': completed, 'holder-updated-by-hand': completed },
    },
    verifying: { always: [phase('change', 'changing'), phase('change', 'holders')], on: { verified: completed } },
  },
} as const

export const enter = {
  initial: 'handing',
  always: past('enter', 'resume'),
  states: {
    handing: { always: phase('enter', 'confirming'), on: { 'handed-over': completed } },
    confirming: { always: phase('enter', 'handing'), on: { 'hand-over-confirmed': completed } },
  },
} as const

export const resume = {
  initial: 'restoring',
  always: past('resume', 'verify'),
  states: {
    restoring: { always: [phase('resume', 'starting'), phase('resume', 'confirming')], on: { 'start-mode-restored': completed } },
    starting: { always: [phase('resume', 'restoring'), phase('resume', 'confirming')], on: { 'service-started': completed } },
    confirming: { on: { 'sync-resumed': completed } },
  },
} as const

export const verify = {
  initial: 'checking',
  always: past('verify', 'end'),
  states: {
    checking: { always: [phase('verify', 'watching'), phase('verify', 'vendor')], on: { verified: completed } },
    watching: { always: phase('verify', 'vendor'), on: { watched: completed } },
    vendor: { on: { 'vendor-confirmed': completed } },
  },
} as const

export const end = {
  initial: 'leaving',
  always: past('end', 'complete'),
  states: {
    leaving: {
      always: [phase('end', 'retiring'), phase('end', 'closing')],
      on: { 'call-ended': completed, finished: { guard: 'endsProvisionally', actions: 'record' } },
    },
    retiring: { always: phase('end', 'closing'), on: { 'old-login-retired': completed, 'old-generation-deleted': completed } },
    closing: { on: { finished: completed } },
  },
} as const

const undone = { 'went-back': completed } as const
export const returning = {
  initial: 'pausing',
  always: { guard: { type: 'isAt', params: { place: 'cancelled' } }, target: 'cancelled' },
  states: {
    pausing: {
      always: [
        phase('returning', 'setting'),
        phase('returning', 'resuming'),
        phase('returning', 'clearing'),
        phase('returning', 'closing'),
      ],
      on: undone,
    },
    setting: { always: [phase('returning', 'resuming'), phase('returning', 'clearing'), phase('returning', 'closing')], on: undone },
    resuming: { always: [phase('returning', 'clearing'), phase('returning', 'closing')], on: undone },
    clearing: { always: phase('returning', 'closing'), on: undone },
    closing: { on: { cancelled: completed } },
  },
} as const
