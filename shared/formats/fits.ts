import type { z } from 'zod'

/** Deeper nesting than any format has: a file that goes further is noise or an attack on the parser's stack. */
export const NESTING_LIMIT = 64

/** Whether a value is what a schema asks for; `levelsLeft` is how much deeper what the schema does not know may nest. */
export type Fits = (value: unknown, levelsLeft: number) => boolean

/**
 * Makes a test out of a schema that looks at a value and copies nothing.
 *
 * Validation builds a second value beside the first, which for a large snapshot costs twice the time and the memory. The test knows the
 * kinds of schema that facts are made of and gives null for any other; what it refuses is for the schema itself to judge and explain.
 * A key called `__proto__` never fits: it must not be carried into other objects.
 *
 * @see https://zod.dev/packages/core – `_zod.def` is how a schema describes itself
 */
export function fitsOf(schema: z.core.$ZodType): Fits | null {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return stringFits(def)
    case 'number':
      return numberFits(def)
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'enum':
      return oneOf(Object.values(def.entries))
    case 'literal':
      return oneOf(def.values)
    case 'nullable':
      return orAlso(null, fitsOf(def.innerType))
    case 'optional':
      return orAlso(undefined, fitsOf(def.innerType))
    case 'array':
      return arrayFits(fitsOf(def.element))
    case 'record':
      return recordFits(def)
    case 'object':
      return objectFits(def)
    case 'union':
      return unionFits(def.options.map(fitsOf))
    default:
      return null
  }
}

/** No more levels than that, and no key called `__proto__`, in what no schema describes. */
export function isHarmless(value: unknown, levelsLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levelsLeft === 0) return false
  if (Array.isArray(value)) return value.every((each) => isHarmless(each, levelsLeft - 1))
  for (const key in value) {
    if (key === '__proto__' || !isHarmless((value as Record<string, unknown>)[key], levelsLeft - 1)) return false
  }
  return true
}

function stringFits(def: z.core.$ZodStringDef): Fits | null {
  const patterns = [...(hasPattern(def) ? [def.pattern] : []), ...(def.checks ?? []).map(({ _zod }) => patternOf(_zod.def))]
  if ('format' in def && !hasPattern(def)) return null
  if (patterns.some((pattern) => pattern === null || pattern.global || pattern.sticky)) return null
  const [only] = patterns
  if (only === undefined || only === null) return (value) => typeof value === 'string'
  if (patterns.length === 1) return (value) => typeof value === 'string' && only.test(value)
  return (value) => typeof value === 'string' && patterns.every((pattern) => pattern?.test(value) === true)
}

const hasPattern = (def: object): def is { readonly pattern: RegExp } => 'pattern' in def && def.pattern instanceof RegExp

function patternOf(def: z.core.$ZodCheckDef): RegExp | null {
  return def.check === 'string_format' && hasPattern(def) ? def.pattern : null
}

function numberFits(def: z.core.$ZodNumberDef): Fits | null {
  if ('format' in def && def.format !== 'safeint') return null
  const isNumber = 'format' in def ? Number.isSafeInteger : Number.isFinite
  const bounds = (def.checks ?? []).map(({ _zod }) => boundOf(_zod.def))
  if (bounds.includes(null)) return null
  return (value) => isNumber(value) && bounds.every((holds) => holds?.(value as number) === true)
}

function boundOf(def: z.core.$ZodCheckDef): ((value: number) => boolean) | null {
  const { check, inclusive, value: bound } = def as z.core.$ZodCheckGreaterThanDef | z.core.$ZodCheckLessThanDef
  if (!inclusive || typeof bound !== 'number') return null
  if (check === 'greater_than') return (value) => value >= bound
  return check === 'less_than' ? (value) => value <= bound : null
}

function oneOf(values: readonly unknown[]): Fits {
  const known = new Set(values)
  return (value) => known.has(value)
}

function orAlso(other: null | undefined, fits: Fits | null): Fits | null {
  return fits && ((value, levelsLeft) => value === other || fits(value, levelsLeft))
}

function arrayFits(fits: Fits | null): Fits | null {
  if (fits === null) return null
  return (value, levelsLeft) => {
    if (!Array.isArray(value) || levelsLeft === 0) return false
    for (let index = 0; index < value.length; index += 1) if (!fits(value[index], levelsLeft - 1)) return false
    return true
  }
}

function recordFits(def: z.core.$ZodRecordDef): Fits | null {
  const fits = fitsOf(def.valueType as z.core.$ZodType)
  const keys = (def.keyType as unknown as z.core.$ZodString)._zod.def
  if (fits === null || keys.type !== 'string' || (keys.checks ?? []).length > 0) return null
  return (value, levelsLeft) => {
    if (!isObject(value) || levelsLeft === 0) return false
    for (const key in value) if (key === '__proto__' || !fits(value[key], levelsLeft - 1)) return false
    return true
  }
}

/** Loose objects alone: they keep what they do not know. */
function objectFits(def: z.core.$ZodObjectDef): Fits | null {
  const entries = Object.entries(def.shape).map(([key, schema]) => [key, fitsOf(schema)] as const)
  const catchall = def.catchall as z.core.$ZodTypes | undefined
  if (catchall?._zod.def.type !== 'unknown' || entries.some(([, fits]) => fits === null)) return null
  const known = new Map(entries as readonly (readonly [string, Fits])[])
  return (value, levelsLeft) => {
    if (!isObject(value) || levelsLeft === 0) return false
    let seen = 0
    for (const key in value) {
      const fits = known.get(key)
      if (fits === undefined) {
        if (key === '__proto__' || !isHarmless(value[key], levelsLeft - 1)) return false
        continue
      }
      seen += 1
      if (!fits(value[key], levelsLeft - 1)) return false
    }
    return seen === known.size || [...known].every(([key, fits]) => Object.hasOwn(value, key) || fits(undefined, levelsLeft - 1))
  }
}

function unionFits(options: readonly (Fits | null)[]): Fits | null {
  if (options.includes(null)) return null
  return (value, levelsLeft) => options.some((fits) => fits?.(value, levelsLeft) === true)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
