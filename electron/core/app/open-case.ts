import { type Answers, emptyAnswers } from '#shared/formats/answers.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { readSnapshot } from '#shared/formats/reader.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { openSample } from '../bundled-samples.ts'
import { documentText, understand } from '../inputs.ts'
import { sha256 } from '../sha256.ts'
import type { App } from './app.ts'
import { fileCaseId, sampleCaseId } from './case-id.ts'
import { AppFailure, found } from './failure.ts'

/** The case of a sample server, made where there is none yet. */
export async function openSampleCase(app: App, sample: string): Promise<StoredCase> {
  const inputs = await openSample(sample)
  if (inputs === null) throw new AppFailure('NOT_FOUND', 'app/not-found/sample')
  const { snapshot, profile, answers } = inputs
  const records = { snapshotText: documentText(snapshot.value), profile: profile.value, answers: answers.value }
  return await openOrCreate(app, sampleCaseId(sample), { source: 'sample', sample, ...records })
}

/** The case of a snapshot file; `name` is the file's name as the person knows it. */
export async function openSnapshotCase(app: App, name: string, text: string): Promise<StoredCase> {
  const file = { name: visibleText(name) || 'snapshot', text, digest: sha256(text) }
  const snapshot = understand(file, readSnapshot)
  if (!snapshot.ok) {
    const reason = snapshot.line.slice(file.name.length + ': '.length)
    throw new AppFailure('REFUSED', 'app/refused/file', { file: file.name, reason })
  }
  const id = fileCaseId(serverOf(snapshot.value.value), file.digest)
  return await openOrCreate(app, id, { source: 'file', snapshotText: text, ...(await newTold(app)) })
}

type Made = Parameters<App['cases']['create']>[1]

export async function openOrCreate(app: App, id: string, made: Made): Promise<StoredCase> {
  await app.cases.create(id, made)
  return found(await app.cases.read(id))
}

/** What is known of a new case before anybody said anything: only what the settings say of the person who works here. */
export async function newTold(app: App): Promise<{ readonly profile: Profile; readonly answers: Answers }> {
  const { preparedBy, reviewEveryMonths } = await app.settings.read()
  const who = preparedBy.trim() === '' ? {} : { preparedBy: preparedBy.trim() }
  return { profile: { ...emptyProfile, ...who, reviewEveryMonths }, answers: emptyAnswers }
}

/** Name of the server that a snapshot is of; empty where it could not be read. */
export function serverOf({ probes }: Snapshot): string {
  return probes.host?.status === 'ok' ? probes.host.facts.name : ''
}
