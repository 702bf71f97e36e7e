import type { Facts } from '../../facts/index.ts'
import type { PlannedLogin } from '../plan.ts'
import type { PreflightReadings } from './readings.ts'

/** Probes that a preflight looks at. */
export type PreflightProbe =
  | 'host'
  | 'local-users'
  | 'local-groups'
  | 'account-groups'
  | 'account-policy'
  | 'user-rights'
  | 'services'
  | 'scheduled-tasks'
  | 'sql-server'
  | 'logons'

/** A login that a person chose, with what its new password will be. */
export interface LoginToChange extends Pick<PlannedLogin, 'key' | 'kind' | 'name' | 'change' | 'keptIn'> {
  /** characters of the new password */
  readonly length: number
  /** most characters that the target takes; null: none is known */
  readonly longest: number | null
}

type ProbeAnswer<ProbeFacts> =
  | { readonly status: 'ok'; readonly facts: ProbeFacts; readonly incomplete?: true | undefined }
  | { readonly status: 'denied' | 'unsupported' | 'failed' }

/** The parts of a snapshot that a preflight looks at; any snapshot fits. */
export interface PreflightSnapshot {
  readonly collectedAt: string
  readonly collector: { readonly elevated: boolean; readonly userSid?: string | undefined }
  readonly probes: { readonly [Id in PreflightProbe]?: ProbeAnswer<Facts[Id]> | undefined }
}

export interface PreflightInput {
  /** instant of the judgement */
  readonly now: string
  readonly snapshot: PreflightSnapshot
  readonly readings: PreflightReadings
  readonly logins: readonly LoginToChange[]
  /** what belongs to the sync tool: names of its services, paths of its tasks */
  readonly syncTool: { readonly services: readonly string[]; readonly tasks: readonly string[] }
  /** ids of dependants that a person takes onto the list of what is done by hand */
  readonly takenByHand: readonly string[]
}
