import { deploying } from './deploying/sample.ts'
import { domainController } from './domain-controller/sample.ts'
import { german } from './german/sample.ts'
import { managedAccount } from './managed-account/sample.ts'
import { movedAway } from './moved-away/sample.ts'
import { notElevated } from './not-elevated/sample.ts'
import { oldTls } from './old-tls/sample.ts'
import type { Sample, SampleEntry } from './sample.ts'
import { standardEdition } from './standard-edition/sample.ts'
import { terminalServer } from './terminal-server/sample.ts'
import { typical } from './typical/sample.ts'
import { weakConnector } from './weak-connector/sample.ts'
import { wellKept } from './well-kept/sample.ts'

export type { Sample, SampleEntry } from './sample.ts'

/** Ids of the bundled sample servers in the order in which they are offered. */
export const sampleIds = [
  'well-kept',
  'typical',
  'not-elevated',
  'deploying',
  'moved-away',
  'managed-account',
  'domain-controller',
  'standard-edition',
  'terminal-server',
  'weak-connector',
  'old-tls',
  'german',
] as const

export type SampleId = (typeof sampleIds)[number]

/** The sample servers; each is built when its `load` is called. */
export const samples: readonly SampleEntry<SampleId>[] = [
  wellKept,
  typical,
  notElevated,
  deploying,
  movedAway,
  managedAccount,
  domainController,
  standardEdition,
  terminalServer,
  weakConnector,
  oldTls,
  german,
]

export function isSampleId(text: string): text is SampleId {
  return (sampleIds as readonly string[]).includes(text)
}

export function loadSample(id: SampleId): Sample<SampleId> {
  const entry = samples.find((each) => each.id === id)
  if (entry === undefined) throw new Error(`no sample server is called ${id}`)
  return entry.load()
}
