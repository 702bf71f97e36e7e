import { sidToBytes } from './security-identifiers.ts'

/** Owner and discretionary access list, as Windows writes them in its description language (SDDL). */
export interface AccessDescription {
  /** SID */
  readonly owner: string
  /** nothing is inherited from the folder above */
  readonly isProtected: boolean
  /** SIDs of every entry that allows anything, here or below; null: there is no list, so everybody may do everything */
  readonly allowed: readonly string[] | null
  /** entries whose kind is not known here: whom they let in is not told */
  readonly unknownEntries: number
}

/** Two letters stand for each well-known SID (sddl.h); of these alone it matters who they are. */
const ALIASES: { readonly [alias: string]: string } = {
  BA: 'S-1-5-32-544',
  SY: 'S-1-5-18',
  BU: 'S-1-5-32-545',
  AU: 'S-1-5-11',
  WD: 'S-1-1-0',
  CO: 'S-1-3-0',
}

/** Owner, perhaps a group, the flags of the list and its entries: `O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)`. */
const DESCRIPTION = /^O:(?<owner>S-1-[\da-fA-Fx-]+|[A-Z]{2})(?:G:(?:S-1-[\da-fA-Fx-]+|[A-Z]{2}))?D:(?<flags>[A-Z_]*?)(?<entries>\(.*\))?$/

/** Kind, flags, rights, object, inherited object, SID; an entry with a condition holds more and is not understood. */
const ENTRY = /^\(([A-Z]+);[A-Z]*;[^;()]*;[^;()]*;[^;()]*;(S-1-[\da-fA-Fx-]+|[A-Z]{2})\)$/

/** Null: it is no such description, or it names no owner. A SID that is only known by an alias stays that alias: it equals no other. */
export function parseAccessDescription(text: string): AccessDescription | null {
  const { owner, flags = '', entries = '' } = DESCRIPTION.exec(text)?.groups ?? {}
  const ownerSid = owner === undefined ? null : sidOf(owner)
  if (ownerSid === null) return null
  if (flags.endsWith('NO_ACCESS_CONTROL')) return { owner: ownerSid, isProtected: false, allowed: null, unknownEntries: 0 }
  const allowed = new Set<string>()
  let unknownEntries = 0
  for (const entry of entries.split(/(?<=\))(?=\()/).filter((part) => part !== '')) {
    const [, kind, who = ''] = ENTRY.exec(entry) ?? []
    const sid = sidOf(who)
    if (sid === null || (kind !== 'A' && kind !== 'D')) unknownEntries += 1
    else if (kind === 'A') allowed.add(sid)
  }
  return { owner: ownerSid, isProtected: flags.includes('P'), allowed: [...allowed], unknownEntries }
}

function sidOf(text: string): string | null {
  if (/^[A-Z]{2}$/.test(text)) return ALIASES[text] ?? text
  return sidToBytes(text) === null ? null : text
}
