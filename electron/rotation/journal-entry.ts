import { createHash } from 'node:crypto'
import { z } from 'zod'

import { canonicalJson } from './canonical-json.ts'

/**
 * What an entry is.
 *
 * `plan`: the first. `event`: something happened. `version`: what follows is of a newer format. `end`: the event after which the rotation
 * is over; nothing follows.
 */
const KINDS = ['plan', 'event', 'version', 'end'] as const

const digest = z.string().regex(/^[0-9a-f]{64}$/)

const entrySchema = z.strictObject({
  /** 0 for the plan */
  sequence: z.int().nonnegative(),
  /** UTC */
  at: z.iso.datetime(),
  kind: z.enum(KINDS),
  /** any JSON value; what it means is for the format to say */
  event: z.custom<unknown>((value) => value !== undefined),
  /** hash of the entry before */
  previous: digest,
  /** SHA-256 of the canonical form of all the other fields */
  hash: digest,
})

export type JournalEntry = z.infer<typeof entrySchema>
export type EntryKind = JournalEntry['kind']

/** What the first entry names as its forerunner. */
export const NO_PREVIOUS = '0'.repeat(64)

/** Far more than any event needs, in bytes: a line that is longer holds what does not belong here. */
export const MAX_LINE_BYTES = 256 * 1024

export const NEWLINE = 0x0a

/** Why a line is no entry: its form, or what it says about itself. */
export type LineFault = 'form' | 'hash'

/** Makes the next entry. Throws where the event is no JSON value. */
export function makeEntry(content: Omit<JournalEntry, 'hash'>): JournalEntry {
  return { ...content, hash: hashOf(content) }
}

/** The whole line with its end. Throws where it would be too long. */
export function lineOf(entry: JournalEntry): Buffer {
  const line = Buffer.from(`${canonicalJson(entry)}\n`)
  if (line.byteLength > MAX_LINE_BYTES) throw new Error(`an entry of ${line.byteLength} bytes does not belong into a journal`)
  return line
}

/** Reads a line without its end; only the exact bytes that `lineOf` wrote are an entry. */
export function readLine(line: Uint8Array): JournalEntry | LineFault {
  if (line.byteLength >= MAX_LINE_BYTES) return 'form'
  const entry = parse(line)
  if (entry === null) return 'form'
  const { hash, ...content } = entry
  return hashOf(content) === hash ? entry : 'hash'
}

function parse(line: Uint8Array): JournalEntry | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line))
    const canonical = Buffer.from(canonicalJson(value))
    // The value itself, not what the schema makes of it: each of its keys went into the hash.
    return canonical.equals(line) && entrySchema.safeParse(value).success ? (value as JournalEntry) : null
  } catch {
    return null
  }
}

function hashOf(content: Omit<JournalEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
