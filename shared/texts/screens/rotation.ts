import { rotationTextsDe } from './rotation-de.ts'
import { rotationTextsEn } from './rotation-en.ts'

/** Texts of the screens of the password change; keys begin with `rotation/`. */
export const rotationTexts = { en: rotationTextsEn, de: rotationTextsDe }
