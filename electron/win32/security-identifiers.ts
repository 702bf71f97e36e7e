import { layouts } from './layouts.ts'

/** SID_MAX_SUB_AUTHORITIES of winnt.h. */
const MAX_SUB_AUTHORITIES = 15

/** SECURITY_MAX_SID_SIZE of winnt.h, in bytes. */
export const MAX_SID_BYTES = 68

/** Authorities from 2^32 on are written in hexadecimal, as Windows does. */
const DECIMAL_AUTHORITY_LIMIT = 2 ** 32

const SID_PATTERN = /^S-1-(\d+|0x[\da-fA-F]+)((?:-\d+)*)$/i

/** String form of a binary SID, e.g. `S-1-5-18`; null where the bytes are none. */
export function sidFromBytes(bytes: Uint8Array): string | null {
  const { SubAuthorityCount, IdentifierAuthority, SubAuthority } = layouts.SID
  const count = bytes[SubAuthorityCount]
  if (bytes[0] !== 1 || count === undefined || count > MAX_SUB_AUTHORITIES || bytes.byteLength < SubAuthority + count * 4) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const authority = view.getUint16(IdentifierAuthority) * DECIMAL_AUTHORITY_LIMIT + view.getUint32(IdentifierAuthority + 2)
  const parts = [authority < DECIMAL_AUTHORITY_LIMIT ? String(authority) : `0x${authority.toString(16).toUpperCase()}`]
  for (let index = 0; index < count; index += 1) parts.push(String(view.getUint32(SubAuthority + index * 4, true)))
  return `S-1-${parts.join('-')}`
}

/** Binary form of a SID; null where the text is none. */
export function sidToBytes(sid: string): Uint8Array | null {
  const match = SID_PATTERN.exec(sid)
  if (match === null) return null
  const authority = Number(match[1])
  const subAuthorities = (match[2] ?? '').split('-').slice(1).map(Number)
  if (authority >= 2 ** 48 || subAuthorities.length > MAX_SUB_AUTHORITIES || subAuthorities.some((part) => part > 0xffffffff)) return null
  const bytes = new Uint8Array(layouts.SID.SubAuthority + subAuthorities.length * 4)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 1)
  view.setUint8(layouts.SID.SubAuthorityCount, subAuthorities.length)
  view.setUint16(layouts.SID.IdentifierAuthority, Math.floor(authority / DECIMAL_AUTHORITY_LIMIT))
  view.setUint32(layouts.SID.IdentifierAuthority + 2, authority % DECIMAL_AUTHORITY_LIMIT)
  for (const [index, part] of subAuthorities.entries()) view.setUint32(layouts.SID.SubAuthority + index * 4, part, true)
  return bytes
}
