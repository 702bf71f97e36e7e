/**
 * Every stable name that a screen, a report or a journal uses for a place, an act or a reason of the rotation.
 *
 * Texts hang on these names and journals hold some of them: one is added, never given another meaning.
 */
export const steps = ['schedule', 'choose', 'generate', 'join', 'pause', 'change', 'enter', 'resume', 'verify', 'end'] as const
export type Step = (typeof steps)[number]

/** Where a rotation can be: a step, on the way back, or over. */
export const places = [...steps, 'returning', 'complete', 'cancelled'] as const
export type Place = (typeof places)[number]

export type Owner = 'you' | 'consultant' | 'app'

/** What the hands may do: act, act now, answer first, or wait for a person's decision. */
export const handStates = ['idle', 'acting', 'asking', 'deciding'] as const
export type HandState = (typeof handStates)[number]

export type Direction = 'forward' | 'back'

/** How it is known that an act is done. */
export type CheckKey =
  | 'person-confirms'
  /** and what the server shows of it is looked at */
  | 'person-and-server'
  | 'preflight-result'
  | 'secret-read-back'
  | 'typed-twice'
  | 'service-state'
  | 'service-start-mode'
  | 'no-process-left'
  | 'sign-in'
  | 'account-read-back'
  | 'rights-read-back'
  | 'service-account-read-back'
  | 'task-read-back'
  | 'consultant-confirms'
  | 'no-logon-failure'
  | 'session-gone'
  | 'secret-gone'

interface Meaning {
  readonly step: Step
  readonly phase: string
  readonly check: CheckKey
  /** the act that undoes it; null: nothing to undo, or it cannot be undone */
  readonly inverse: string | null
}

const meaning = (step: Step, phase: string, check: CheckKey, inverse: string | null = null): Meaning => ({ step, phase, check, inverse })

/** Every act with its place, how it is checked and what undoes it. */
export const acts = {
  schedule: meaning('schedule', 'dating', 'person-confirms'),
  choose: meaning('choose', 'choosing', 'person-confirms'),
  preflight: meaning('choose', 'preflight', 'preflight-result'),
  'choose-again': meaning('choose', 'refused', 'person-confirms'),
  generate: meaning('generate', 'storing', 'secret-read-back', 'delete-new-generation'),
  'join-call': meaning('join', 'joining', 'person-confirms'),
  'stop-service': meaning('pause', 'stopping', 'service-state', 'start-service'),
  'disable-service': meaning('pause', 'disabling', 'service-start-mode', 'restore-start-mode'),
  'confirm-paused': meaning('pause', 'confirming', 'no-process-left', 'confirm-resumed'),
  'pause-by-hand': meaning('pause', 'confirming', 'person-confirms', 'resume-by-hand'),
  'change-password': meaning('change', 'changing', 'sign-in', 'change-password'),
  'create-user': meaning('change', 'changing', 'account-read-back', 'remove-new-user'),
  'grant-rights': meaning('change', 'rights', 'rights-read-back', 'remove-new-user'),
  'deny-remote-desktop': meaning('change', 'rights', 'rights-read-back', 'remove-new-user'),
  'set-service-account': meaning('change', 'holders', 'service-account-read-back', 'set-service-account'),
  'update-task': meaning('change', 'holders', 'task-read-back', 'update-task'),
  'update-by-hand': meaning('change', 'holders', 'person-and-server', 'update-by-hand'),
  'verify-login': meaning('change', 'verifying', 'sign-in'),
  'hand-over': meaning('enter', 'handing', 'consultant-confirms', 'hand-over'),
  'confirm-entered': meaning('enter', 'confirming', 'consultant-confirms', 'hand-over'),
  'restore-start-mode': meaning('resume', 'restoring', 'service-start-mode', 'disable-service'),
  'start-service': meaning('resume', 'starting', 'service-state', 'stop-service'),
  'confirm-resumed': meaning('resume', 'confirming', 'service-state', 'confirm-paused'),
  'resume-by-hand': meaning('resume', 'confirming', 'person-confirms', 'pause-by-hand'),
  'verify-holder': meaning('verify', 'checking', 'no-logon-failure'),
  watch: meaning('verify', 'watching', 'no-logon-failure'),
  'vendor-confirm': meaning('verify', 'vendor', 'consultant-confirms'),
  'end-call': meaning('end', 'leaving', 'session-gone'),
  'retire-old-login': meaning('end', 'retiring', 'account-read-back'),
  'delete-old-generation': meaning('end', 'retiring', 'secret-gone'),
  finish: meaning('end', 'closing', 'person-confirms'),
  'remove-new-user': meaning('change', 'changing', 'account-read-back'),
  'delete-new-generation': meaning('generate', 'storing', 'secret-gone'),
  close: meaning('end', 'closing', 'person-confirms'),
} as const satisfies Readonly<Record<string, Meaning>>
export type ActKind = keyof typeof acts

/** The phases of the way back, in the order in which they come. */
export const backPhases = ['pausing', 'setting', 'resuming', 'clearing', 'closing'] as const
export type BackPhase = (typeof backPhases)[number]

/** Where on the way back the acts of a step belong; absent: none of them does. */
export const returningPhases: { readonly [step in Step]?: BackPhase } = {
  pause: 'pausing',
  change: 'setting',
  enter: 'setting',
  resume: 'resuming',
  generate: 'clearing',
  end: 'closing',
}

/** Why a way is closed. */
export const closedReasons = [
  'nothing-done',
  'minimum-age',
  'minimum-age-unknown',
  'history',
  'history-unknown',
  'old-password-unknown',
  'entered-at-vendor',
  'call-ended',
  'preflight-failed',
  'finished',
] as const
export type ClosedReason = (typeof closedReasons)[number]

/** Why a person has to decide before anything goes on. */
export const troubleReasons = [
  'act-failed',
  'password-refused',
  'verification-failed',
  'watch-failed',
  'password-unknown',
  'user-unknown',
  'old-password-gone',
] as const
export type TroubleReason = (typeof troubleReasons)[number]

/** What a person can decide. */
export const decisions = ['retry-chosen', 'renewal-chosen', 'back-chosen', 'forward-chosen', 'cancelled'] as const
export type Decision = (typeof decisions)[number]
