import { fileURLToPath } from 'node:url'
import { type SeededFault, type SeededLeak, seededFaults, seededLeaks } from './faults.data.ts'

/** Names the fault that is seeded into a process; absent: none is. */
export const SEED_VARIABLE = 'ERP_CHECKUP_TEST_FAULT'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The fault of this process; null: none. A name that nobody knows is an error. */
export function chosenFault(name = process.env[SEED_VARIABLE] ?? ''): SeededFault | SeededLeak | null {
  if (name === '') return null
  const fault = [...seededFaults, ...seededLeaks].find(({ id }) => id === name)
  if (fault === undefined) throw new Error(`no fault is called ${name}`)
  return fault
}

/** Null: this file stays as it is. */
export function seeded(
  { file, text, replacement }: Pick<SeededFault, 'file' | 'text' | 'replacement'>,
  path: string,
  code: string,
): string | null {
  if (path !== `${root}${file}`) return null
  const parts = code.split(text)
  if (parts.length !== 2) throw new Error(`${file} has the text of its fault ${parts.length - 1} times`)
  return parts.join(replacement)
}
