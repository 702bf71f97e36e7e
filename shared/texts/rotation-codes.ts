import { rotationCodeAccountTexts } from './rotation-codes-accounts.ts'
import { rotationCodeByHandTexts } from './rotation-codes-by-hand.ts'
import { rotationCodeHeldTexts } from './rotation-codes-held.ts'
import { rotationCodeServiceTexts } from './rotation-codes-services.ts'
import { rotationCodesSql } from './rotation-codes-sql.ts'

/** What the codes of a server mean in a password change: `rotation-code/` with the code as the journal keeps it. */
export const rotationCodeTexts = {
  en: {
    ...rotationCodeAccountTexts.en,
    ...rotationCodeServiceTexts.en,
    ...rotationCodesSql.en,
    ...rotationCodeHeldTexts.en,
    ...rotationCodeByHandTexts.en,
  },
  de: {
    ...rotationCodeAccountTexts.de,
    ...rotationCodeServiceTexts.de,
    ...rotationCodesSql.de,
    ...rotationCodeHeldTexts.de,
    ...rotationCodeByHandTexts.de,
  },
}

/** Whether there is a line for a code; any other is shown as it is. */
export const hasCodeText = (code: string): boolean => Object.hasOwn(rotationCodeTexts.en, `rotation-code/${code}`)
