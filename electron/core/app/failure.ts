import type { Params } from '#shared/checks/check.ts'
import type { appTexts } from '#shared/texts/app.ts'
import type { rotationRunTextsEn } from '#shared/texts/rotation-run-en.ts'

export type FailureCode = 'NOT_FOUND' | 'REFUSED' | 'NOT_A_SERVER' | 'BUSY'

type Key = keyof (typeof appTexts)['en'] | Extract<keyof typeof rotationRunTextsEn, `rotation/refused/${string}`>
type WithoutCount<Text extends string> = Text extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Text

export type FailureKey = WithoutCount<Key>

/** Something that a screen tells a person about; it becomes a line in the language of the call. */
export class AppFailure extends Error {
  readonly code: FailureCode
  readonly key: FailureKey
  readonly params: Params

  constructor(code: FailureCode, key: FailureKey, params: Params = {}) {
    super(key)
    this.name = 'AppFailure'
    this.code = code
    this.key = key
    this.params = params
  }
}

export const noSuchCase = (): AppFailure => new AppFailure('NOT_FOUND', 'app/not-found/case')

/** What was found, or the failure that there is no such case. */
export function found<Value>(value: Value | null): Value {
  if (value === null) throw noSuchCase()
  return value
}
