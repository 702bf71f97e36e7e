/** Logins that several people know by their nature. */
const sharedNames = ['administrator', 'admin', 'sa', 'master', 'manager', 'supervisor']

export function isSharedByNature(user: string): boolean {
  return sharedNames.includes(user.toLowerCase())
}

/** The login is a person's name as a whole, or the first initial with the last name; blanks, dots and hyphens do not count. */
export function isNamedAfter(user: string, person: string): boolean {
  const login = lettersOf(user)
  const words = person
    .split(/\s/)
    .map(lettersOf)
    .filter((word) => word !== '')
  const initialAndLast = words.join(' ').replace(/^(.).* (.+)$/u, '$1$2')
  return login !== '' && (login === words.join('') || login === initialAndLast)
}

/** In capitals, where ß and ss are the same. */
function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
