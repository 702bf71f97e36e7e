import type { Answers } from '#shared/formats/answers.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { ReadResult } from '#shared/formats/reader.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { done, type Outcome, refused } from './outcome.ts'
import { readTextFile, type StandardInput, type TextFile } from './read-file.ts'

/** A document of ours with the SHA-256 (hex) of the bytes that it came from. */
export interface Input<Value> {
  readonly name: string
  readonly value: Value
  readonly digest: string
}

type Reader<Value> = (text: string) => ReadResult<Value>

export async function readSnapshotFile(path: string, standardInput: StandardInput): Promise<Outcome<Input<Snapshot>>> {
  const { readSnapshot } = await import('#shared/formats/reader.ts')
  return readInput(path, standardInput, readSnapshot)
}

export async function readProfileFile(path: string, standardInput: StandardInput): Promise<Outcome<Input<Profile>>> {
  const { readProfile } = await import('#shared/formats/reader.ts')
  return readInput(path, standardInput, readProfile)
}

export async function readAnswersFile(path: string, standardInput: StandardInput): Promise<Outcome<Input<Answers>>> {
  const { readAnswers } = await import('#shared/formats/reader.ts')
  return readInput(path, standardInput, readAnswers)
}

async function readInput<Value>(path: string, standardInput: StandardInput, read: Reader<Value>): Promise<Outcome<Input<Value>>> {
  const file = await readTextFile(path, standardInput)
  return file.ok ? understand(file.value, read) : file
}

/** What the reader says, as a line `FILE: $.place: expected …`. */
export function understand<Value>(file: TextFile, read: Reader<Value>): Outcome<Input<Value>> {
  const result = read(file.text)
  if (!result.ok) return refused(file.name, `${result.path}: ${withExpected(result.expected)}`)
  return done({ name: file.name, value: result.value, digest: file.digest })
}

function withExpected(text: string): string {
  return /\bexpected\b/.test(text) ? text : `expected ${text}`
}

/** The text of a document as it is written to a file. */
export function documentText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
