import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Answers } from '#shared/formats/answers.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import type { SampleHeader } from '#shared/samples/sample.ts'
import { documentText, type Input } from './inputs.ts'
import { done, type Outcome, refused } from './outcome.ts'
import { reasonNotWritten, saveFile } from './save-file.ts'
import { sha256 } from './sha256.ts'

export interface SampleInputs {
  readonly snapshot: Input<Snapshot>
  readonly profile: Input<Profile>
  readonly answers: Input<Answers>
  /** instant at which its facts are fresh, ISO 8601 UTC */
  readonly now: string
}

export async function listSamples(): Promise<readonly SampleHeader[]> {
  const { samples } = await import('#shared/samples/index.ts')
  return samples
}

/** A sample as if its written files had been read; null: there is none of this id. */
export async function openSample(id: string): Promise<SampleInputs | null> {
  const { isSampleId, loadSample } = await import('#shared/samples/index.ts')
  if (!isSampleId(id)) return null
  const { snapshot, profile, answers, now } = loadSample(id)
  return { snapshot: asInput(snapshot), profile: asInput(profile), answers: asInput(answers), now }
}

function asInput<Value>(value: Value): Input<Value> {
  return { name: 'sample', value, digest: sha256(documentText(value)) }
}

/** Writes each sample into a folder of its own; returns the ids. A folder that does not exist is made. */
export async function writeSamples(folder: string): Promise<Outcome<readonly string[]>> {
  const { sampleIds, loadSample } = await import('#shared/samples/index.ts')
  const { readAnswers, readProfile, readSnapshot } = await import('#shared/formats/reader.ts')
  const readers = { snapshot: readSnapshot, profile: readProfile, answers: readAnswers } as const
  for (const id of sampleIds) {
    const target = join(folder, id)
    const made = await makeFolder(target)
    if (!made.ok) return made
    const sample = loadSample(id)
    for (const part of ['snapshot', 'profile', 'answers'] as const) {
      const saved = await saveFile(join(target, `${part}.json`), Buffer.from(documentText(sample[part])), (written) => {
        const result = readers[part](written.toString())
        return result.ok ? null : `${result.path}: ${result.expected}`
      })
      if (!saved.ok) return saved
    }
  }
  return done(sampleIds)
}

async function makeFolder(folder: string): Promise<Outcome<null>> {
  try {
    await mkdir(folder, { recursive: true })
    return done(null)
  } catch (error) {
    return refused(folder, reasonNotWritten(error))
  }
}
