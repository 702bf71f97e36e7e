import { aboutTexts } from './about.ts'
import { certificateTexts } from './certificate.ts'
import { checklistAnswersTexts } from './checklist-answers.ts'
import { checklistItemTexts } from './checklist-item.ts'
import { checklistsTexts } from './checklists.ts'
import { commonTexts } from './common.ts'
import { frameTexts } from './frame.ts'
import { handOverScreenTexts } from './hand-over.ts'
import { historyTexts } from './history.ts'
import { passwordsTexts } from './passwords.ts'
import { rotationTexts } from './rotation.ts'
import { scanTexts } from './scan.ts'
import { settingsTexts } from './settings.ts'
import { setupTexts } from './setup.ts'
import { sqlServerTexts } from './sql-server.ts'
import { startTexts } from './start.ts'
import { storedPasswordsTexts } from './stored-passwords.ts'

const screens = [
  commonTexts,
  frameTexts,
  startTexts,
  setupTexts,
  scanTexts,
  sqlServerTexts,
  checklistsTexts,
  checklistItemTexts,
  checklistAnswersTexts,
  rotationTexts,
  certificateTexts,
  historyTexts,
  passwordsTexts,
  storedPasswordsTexts,
  handOverScreenTexts,
  settingsTexts,
  aboutTexts,
]

/** Every text of the screens by language; keys begin with the screen's name. Plural forms end in `_one` and `_other`. */
export const screenTexts: { readonly [Language in 'en' | 'de']: { readonly [key: string]: string } } = {
  en: Object.assign({}, ...screens.map(({ en }) => en)),
  de: Object.assign({}, ...screens.map(({ de }) => de)),
}
