import { rotationPreflightTextsDe } from './rotation-preflight-de.ts'
import { rotationPreflightTextsEn } from './rotation-preflight-en.ts'

/**
 * Texts of what a preflight finds, by its keys: `preflight/` with the finding, `preflight-advice/` with what to do about a dependant,
 * `preflight-place/` with a place that was asked, `preflight-phase/` with a part of the change and who does it.
 *
 * Those with a number have one text for one and one for many. `login` is the login's name as the person wrote it; it is there wherever a finding is about one.
 */
export const rotationPreflightTexts = { en: rotationPreflightTextsEn, de: rotationPreflightTextsDe }
