/** What it means that a person’s work is not there to be seen, and what to do. */
export const rotationCodeByHandTexts = {
  en: {
    'rotation-code/by-hand-unchanged':
      'It is still as it was before the login got this password: enter the login and the password there as the steps say, then try again.',
    'rotation-code/by-hand-namesake':
      'It is still as it was before the login got this password: enter the password there and try again, or try again and confirm once more if it belongs to a login of this name on another computer.',
    'rotation-code/by-hand-elsewhere':
      'It does not name this login any more: set the login there and try again, or try again and confirm once more if that is on purpose.',
    'rotation-code/by-hand-gone':
      'It is not there any more: set it up again and try again, or try again and confirm once more if that is on purpose.',
  },
  de: {
    'rotation-code/by-hand-unchanged':
      'Dort ist noch alles wie vor diesem Passwort: Geben Sie Login und Passwort dort ein, wie die Schritte es sagen, und versuchen Sie es noch einmal.',
    'rotation-code/by-hand-namesake':
      'Dort ist noch alles wie vor diesem Passwort: Geben Sie das Passwort dort ein und versuchen Sie es noch einmal, oder bestätigen Sie es danach ein zweites Mal, falls es zu einem gleichnamigen Login eines anderen Computers gehört.',
    'rotation-code/by-hand-elsewhere':
      'Dort steht dieses Login nicht mehr: Tragen Sie es wieder ein und versuchen Sie es noch einmal, oder bestätigen Sie es danach ein zweites Mal, falls das so gewollt ist.',
    'rotation-code/by-hand-gone':
      'Das gibt es nicht mehr: Richten Sie es wieder ein und versuchen Sie es noch einmal, oder bestätigen Sie es danach ein zweites Mal, falls das so gewollt ist.',
  },
} as const satisfies Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>>
