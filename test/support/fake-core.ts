import { ORPCError } from '@orpc/client'

import type { CoreClient } from '#renderer/client/core-client.ts'
import type {
  About,
  CaseView,
  Comparison,
  ScanProgress,
  Settings,
  SqlInstance,
  StoredPassword,
  StoredSqlLogins,
  Suggestion,
} from '#shared/contract/index.ts'
import { screenTexts } from '#shared/texts/screens/index.ts'
import { caseLine, caseView } from './case-view.ts'
import { type FakeHandOverParts, fakeHandOver } from './fake-hand-over.ts'
import { type FakeRotationParts, fakeRotation } from './fake-rotation.ts'

export const aboutWindowsServer: About = {
  version: '0.1.0',
  host: 'in-process',
  platform: 'win32',
  machine: 'ERP01',
  canRead: true,
  elevated: true,
  canElevate: false,
  checks: 21,
  tools: 40,
  catalogue: 'ab'.repeat(32),
}

export const plainSettings: Settings = {
  language: 'en',
  theme: 'light',
  textSize: 'normal',
  presenter: false,
  reviewEveryMonths: 3,
  preparedBy: '',
}

const unchanged: Comparison = {
  before: { server: 'ERP01', at: '2026-03-02T09:00:00Z', grade: 'gaps' },
  after: { server: 'ERP01', at: '2026-03-02T10:00:00Z', grade: 'gaps' },
  notes: [],
  items: [],
}

/** What a fake core starts with; what is absent is as on a Windows server with nothing kept. */
export interface FakeCoreParts {
  readonly about?: Partial<About>
  readonly licenses?: string
  readonly settings?: Partial<Settings>
  readonly cases?: readonly CaseView[]
  readonly damaged?: readonly string[]
  readonly suggestions?: readonly Suggestion[]
  readonly samples?: readonly { readonly id: string; readonly title: string; readonly teaches: string }[]
  readonly comparison?: Comparison
  readonly sqlInstances?: readonly SqlInstance[]
  /** what the keychain has for a sign-in to SQL Server; absent: nothing, and it can keep */
  readonly sqlStored?: StoredSqlLogins
  readonly stored?: readonly StoredPassword[]
  readonly storedIn?: 'keychain' | 'elsewhere'
  /** entries of the keychain that cannot be understood */
  readonly unreadable?: number
  readonly rotation?: FakeRotationParts
  readonly handOver?: FakeHandOverParts
  /** what a scan says, in order; the last event names the case */
  readonly scan?: (signal: AbortSignal | undefined) => AsyncGenerator<ScanProgress, void, void>
}

/** A core in memory, with what it was asked: `calls` holds the procedure's name and its input, in order. */
export interface FakeCore {
  readonly core: CoreClient
  readonly calls: readonly { readonly name: string; readonly input: unknown }[]
  /** the next call of this procedure fails with one of the contract's errors, or with a fault that has no line */
  failNext(name: string, error?: { readonly code: string; readonly line: string }): void
  /** the case as the core has it now */
  stored(id: string): CaseView | undefined
}

/** The contract's own error, as it arrives over every transport. */
export function refusal(code: string, line: string): Error {
  return new ORPCError(code, { defined: true, data: { line } })
}

type Implementation = { readonly [Group in keyof CoreClient]: { readonly [Name in keyof CoreClient[Group]]: CoreClient[Group][Name] } }

/** Builds a core that keeps what it is told, so that a screen can be used as a person uses it. */
export function fakeCore(parts: FakeCoreParts = {}): FakeCore {
  const views = new Map((parts.cases ?? []).map((view) => [view.id, view]))
  const calls: { name: string; input: unknown }[] = []
  const failures = new Map<string, Error>()

  function noted<Input, Options extends readonly unknown[], Output>(
    name: string,
    work: (input: Input, ...options: Options) => Output | Promise<Output>,
  ): (input: Input, ...options: Options) => Promise<Output> {
    return async (input, ...options) => {
      calls.push({ name, input })
      const failure = failures.get(name)
      failures.delete(name)
      if (failure !== undefined) throw failure
      return work(input, ...options)
    }
  }

  const core: Implementation = {
    app: appOf(parts, noted),
    cases: casesOf(parts, views, noted),
    scan: {
      run: noted('scan.run', async (_input, options?: { readonly signal?: AbortSignal | undefined }) => {
        const events = parts.scan ?? quickScan
        // The client's own iterator has a private part that nothing else can have; a screen only walks through it.
        return events(options?.signal) as unknown as Awaited<ReturnType<CoreClient['scan']['run']>>
      }),
      sqlInstances: noted('scan.sqlInstances', () => [...(parts.sqlInstances ?? [])]),
      sqlStored: noted('scan.sqlStored', () => parts.sqlStored ?? { kind: 'stored', logins: [], canKeep: true }),
    },
    rotation: fakeRotation(parts.rotation ?? {}, noted),
    vault: vaultOf(parts, noted),
    handOver: fakeHandOver(parts.handOver ?? {}, noted),
    reports: {
      render: noted('reports.render', ({ format }) => file(`checkup.${format}`)),
      snapshot: noted('reports.snapshot', () => file('snapshot.json')),
      compare: noted('reports.compare', () => parts.comparison ?? unchanged),
      calendar: noted('reports.calendar', () => file('review.ics')),
    },
  }
  return {
    core,
    calls,
    failNext: (name, error) => {
      failures.set(name, error === undefined ? new Error('a fault of the fake') : refusal(error.code, error.line))
    },
    stored: (id) => views.get(id),
  }
}

/** Wraps a procedure of the fake: its calls are kept, and it can be made to fail. */
export type Noted = <Input, Options extends readonly unknown[], Output>(
  name: string,
  work: (input: Input, ...options: Options) => Output | Promise<Output>,
) => (input: Input, ...options: Options) => Promise<Output>

function appOf(parts: FakeCoreParts, noted: Noted): Implementation['app'] {
  let settings: Settings = { ...plainSettings, ...parts.settings }
  return {
    about: noted('app.about', () => ({ ...aboutWindowsServer, ...parts.about })),
    licenses: noted('app.licenses', () => ({ text: parts.licenses ?? 'Licences of what is inside.' })),
    texts: noted('app.texts', ({ language }) => ({ ...screenTexts[language] })),
    restartElevated: noted('app.restartElevated', () => ({})),
    settings: noted('app.settings', () => settings),
    saveSettings: noted('app.saveSettings', (change) => {
      settings = { ...settings, ...change } as Settings
      return settings
    }),
    samples: noted('app.samples', () => [...(parts.samples ?? [{ id: 'typical', title: 'A typical server', teaches: 'What is usual.' }])]),
  }
}

function vaultOf(parts: FakeCoreParts, noted: Noted): Implementation['vault'] {
  let passwords = [...(parts.stored ?? [])]
  return {
    list: noted('vault.list', () => ({
      kind: 'stored',
      storedIn: parts.storedIn ?? 'keychain',
      passwords,
      unreadable: parts.unreadable ?? 0,
    })),
    remove: noted('vault.remove', ({ generation, state }) => {
      if (!passwords.some((each) => each.generation === generation && each.state === state)) return { kind: 'changed' }
      passwords = passwords.filter((each) => each.generation !== generation)
      return { kind: 'removed' }
    }),
  }
}

function casesOf(parts: FakeCoreParts, views: Map<string, CaseView>, noted: Noted): Implementation['cases'] {
  const view = (id: string): CaseView => {
    const found = views.get(id)
    if (found === undefined) throw refusal('NOT_FOUND', 'There is no such case.')
    return found
  }
  const keep = (changed: CaseView): CaseView => {
    views.set(changed.id, changed)
    return changed
  }
  return {
    list: noted('cases.list', () => ({ cases: [...views.values()].map((each) => caseLine(each)), damaged: [...(parts.damaged ?? [])] })),
    view: noted('cases.view', ({ id }) => view(id)),
    openSample: noted('cases.openSample', ({ sample }) => keep(caseView({ id: `sample-${sample}`, source: 'sample', sample }))),
    openSnapshot: noted('cases.openSnapshot', ({ name }) => keep(caseView({ id: 'opened', server: name.replace(/\..*$/, '') }))),
    remove: noted('cases.remove', ({ id }) => {
      views.delete(id)
      return {}
    }),
    suggestions: noted('cases.suggestions', () => [...(parts.suggestions ?? [])].map((each) => ({ ...each, values: [...each.values] }))),
    saveProfile: noted('cases.saveProfile', ({ id, profile }) =>
      keep({ ...view(id), profile, organization: profile.organization, nextReview: profile.nextReview ?? null }),
    ),
    answer: noted('cases.answer', ({ id, check, answer }) =>
      keep(
        withItem(view(id), check, (item) => ({
          ...item,
          answers: [
            ...item.answers,
            {
              kind: answer.kind,
              by: answer.by,
              at: `2026-03-02T09:00:0${item.answers.length}Z`,
              note: answer.note,
              until: answer.until ?? null,
              subjects: answer.subjects ?? null,
              counts: true,
              problem: null,
            },
          ],
        })),
      ),
    ),
    undoAnswer: noted('cases.undoAnswer', ({ id }) => keep({ ...view(id), undo: null })),
    removeAnswer: noted('cases.removeAnswer', ({ id, check, at }) =>
      keep(withItem(view(id), check, (item) => ({ ...item, answers: item.answers.filter((each) => each.at !== at) }))),
    ),
    keepCheckup: noted('cases.keepCheckup', ({ id }) => view(id)),
  }
}

type Item = CaseView['checklists'][number]['items'][number]

function withItem(view: CaseView, check: string, change: (item: Item) => Item): CaseView {
  const checklists = view.checklists.map((list) => ({
    ...list,
    items: list.items.map((item) => (item.id === check ? change(item) : item)),
  }))
  return { ...view, checklists, undo: check }
}

async function* quickScan(): AsyncGenerator<ScanProgress, void, void> {
  yield { kind: 'started', probe: 'services', name: 'services', done: 0, total: 1 }
  yield {
    kind: 'finished',
    probe: 'services',
    name: 'services',
    status: 'ok',
    reason: null,
    incomplete: false,
    durationMs: 12,
    done: 1,
    total: 1,
  }
  yield { kind: 'case', id: 'case-1', sqlProblems: [] }
}

/** `Y29udGVudA==` is the word "content". */
const file = (name: string) => ({ name, type: 'application/octet-stream', base64: 'Y29udGVudA==' })
