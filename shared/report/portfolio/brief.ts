import { visibleText } from '../../visible-text.ts'

/** A row is for a glance: what is longer stands in full in the checkup of that server. */
const LONGEST_TEXT = 240

/** Text from outside as one visible line of bounded length, so that thousands of rows stay small whatever their files hold. */
export function brief(text: string): string {
  const characters = [...visibleText(text)]
  return characters.length <= LONGEST_TEXT ? characters.join('') : `${characters.slice(0, LONGEST_TEXT - 1).join('')}…`
}
