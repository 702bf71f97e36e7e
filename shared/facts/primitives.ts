import { z } from 'zod'

/** ISO 8601 instant in UTC, e.g. `2026-03-01T08:15:00Z`; the offset is always `Z`. */
export const instant = z.iso.datetime({ error: 'expected a time in UTC such as 2026-03-01T08:15:00Z' })

/** Security identifier in string form, e.g. `S-1-5-32-544`. */
export const sid = z.string().regex(/^S-1-(?:\d+|0x[\da-fA-F]+)(?:-\d+)*$/, 'expected a SID such as S-1-5-32-544')

/** Whole number from zero. */
export const count = z.int().min(0)

export type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> }
    : T
