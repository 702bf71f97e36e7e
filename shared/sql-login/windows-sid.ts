/** Revision 1, a count of sub-authorities, six bytes of authority, then four bytes for each sub-authority, lowest first. */
const BINARY_SID = /^0x01([0-9a-f]{2})([0-9a-f]{12})((?:[0-9a-f]{8})+)$/i

/**
 * The SID of a Windows login in string form.
 *
 * SQL Server stores it in binary (`0x0105…`). Null for the random bytes that a SQL login has instead.
 */
export function windowsSid(sid: string): string | null {
  if (/^s-/i.test(sid)) return sid
  const match = BINARY_SID.exec(sid)
  if (match === null) return null
  const [count, authority, rest] = [Number.parseInt(match[1] as string, 16), match[2] as string, match[3] as string]
  if (rest.length !== count * 8) return null
  const parts = (rest.match(/.{8}/g) as string[]).map((part) => Number.parseInt((part.match(/../g) as string[]).reverse().join(''), 16))
  return `S-1-${Number.parseInt(authority, 16)}-${parts.join('-')}`
}
