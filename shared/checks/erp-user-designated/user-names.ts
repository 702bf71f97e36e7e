/** Logins that several people know by their nature. */
const sharedNames = ['administrator', 'admin', 'sa', 'master', 'manager', 'supervisor']

export function isSharedByNature(user: string): boolean {
  return sharedNames.includes(user.toLowerCase())
}

/** The login is a person's name as a whole, or the first initial with the last name; blanks, dots and hyphens do not count. */
export function isNamedAfter(user: string, person: string): boolean {
  const words = person
    .split(/\s+/)
    .map(lettersOf)
    .filter((word) => word !== '')
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return false
  const login = lettersOf(user)
  return login === words.join('') || (words.length > 1 && login === [...first][0] + last)
}

function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
