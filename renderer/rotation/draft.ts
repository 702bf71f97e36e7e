import type { RotationChoices, RotationPreparation } from '#shared/contract/index.ts'
import { lengthIn } from '../passwords/length-field.tsx'

/** The contract takes no longer password, whatever the target takes. */
const LONGEST = 128

/** A field of a date also takes years of five digits, which nothing else does. */
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What is chosen for one login, as it was typed. */
export interface LoginDraft {
  readonly key: string
  readonly chosen: boolean
  /** a new user takes over */
  readonly moves: boolean
  readonly newUser: string
  readonly length: string
  readonly limit: number
  readonly keptIn: 'keychain' | 'person'
  readonly oldPasswordAtHand: boolean
}

/** What is chosen, as it was typed: also what cannot be used. */
export interface Draft {
  readonly logins: readonly LoginDraft[]
  readonly takenByHand: readonly string[]
  readonly pause: RotationChoices['pause']
  /** local time of the call, `yyyy-mm-ddThh:mm`; empty: none */
  readonly callAt: string
  /** `yyyy-mm-dd`; empty: none */
  readonly reviewOn: string
}

/** What counts before anybody has chosen anything. */
export function draftOf({ choices, logins }: RotationPreparation): Draft {
  return {
    logins: logins.map(({ key, chosen, newUser, suggestedUser, length, longest, keptIn, oldPasswordAtHand }) => ({
      key,
      chosen,
      moves: newUser !== null,
      newUser: newUser ?? suggestedUser,
      length: String(length),
      limit: Math.min(longest ?? LONGEST, LONGEST),
      keptIn,
      oldPasswordAtHand,
    })),
    takenByHand: choices.takenByHand,
    pause: choices.pause,
    callAt: choices.callAt === null ? '' : localTimeOf(choices.callAt),
    reviewOn: choices.reviewOn ?? '',
  }
}

/** Whether the name of the new user is missing. */
export const lacksUser = ({ moves, newUser }: LoginDraft): boolean => moves && newUser.trim() === ''

/** What the core can be asked with; null: something that was typed cannot be used. */
export function choicesOf(draft: Draft): RotationChoices | null {
  const logins = draft.logins.filter(({ chosen }) => chosen).map(loginChoice)
  if (!logins.every((login) => login !== null)) return null
  const { takenByHand, pause, callAt, reviewOn } = draft
  return {
    logins,
    takenByHand: [...takenByHand],
    pause,
    callAt: instantOf(callAt),
    reviewOn: DAY.test(reviewOn) ? reviewOn : null,
  }
}

function loginChoice(login: LoginDraft): RotationChoices['logins'][number] | null {
  const length = lengthIn(login.length, login.limit)
  if (length === null || lacksUser(login)) return null
  const { key, moves, keptIn, oldPasswordAtHand } = login
  return { key, newUser: moves ? login.newUser.trim() : null, length, keptIn, oldPasswordAtHand }
}

/** The instant of a local time; null: there is none, or its year has more than four digits. */
export function instantOf(localTime: string): string | null {
  const ms = Date.parse(localTime)
  return Number.isNaN(ms) || !DAY.test(localTime.split('T', 1).join()) ? null : new Date(ms).toISOString()
}

function localTimeOf(iso: string): string {
  const at = new Date(iso)
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-')
  return `${day}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
}
