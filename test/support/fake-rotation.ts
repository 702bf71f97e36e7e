import type { CoreClient } from '#renderer/client/core-client.ts'
import type { RotationChoices, RunAnswer, RunLine } from '#shared/contract/index.ts'
import type { Noted } from './fake-core.ts'
import { asRun, preparation, runView } from './rotation-views.ts'

type Rotation = CoreClient['rotation']
type Prepared = Awaited<ReturnType<Rotation['prepare']>>

/** What a fake core says of password changes; what is absent is as where none was ever begun. */
export interface FakeRotationParts {
  readonly runs?: readonly RunLine[]
  readonly problem?: string
  readonly prepare?: (choices: RotationChoices | null) => Prepared | Promise<Prepared>
  readonly begin?: RunAnswer
  /** what came of typing a present password */
  readonly entered?: { readonly done: boolean; readonly line: string }
  /** what is seen of the run, in order: it opens with the first, and each thing that is done leads to the next */
  readonly script?: readonly RunAnswer[]
  /** what the program's work comes to, view by view; without it: the next one of the script */
  readonly act?: (signal: AbortSignal | undefined) => AsyncGenerator<RunAnswer, void, void>
}

/** The password change of a fake core: walks through the views that it is given. */
export function fakeRotation(parts: FakeRotationParts, noted: Noted): { readonly [Name in keyof Rotation]: Rotation[Name] } {
  const script = parts.script ?? [asRun()]
  let runs = [...(parts.runs ?? [])]
  let at = 0
  const shown = (): RunAnswer => script[Math.min(at, script.length - 1)] ?? asRun()
  const next = (): RunAnswer => {
    at += 1
    return shown()
  }
  async function* nextOne(): AsyncGenerator<RunAnswer, void, void> {
    yield next()
  }
  const forget = ({ run }: { readonly run: string }): Record<string, never> => {
    runs = runs.filter((each) => each.run !== run)
    return {}
  }
  return {
    list: noted('rotation.list', () => ({ runs, problem: parts.problem ?? null })),
    prepare: noted('rotation.prepare', ({ choices }) => parts.prepare?.(choices) ?? preparation()),
    begin: noted('rotation.begin', () => parts.begin ?? { kind: 'run', view: runView() }),
    open: noted('rotation.open', shown),
    act: noted('rotation.act', async (_input, options?: { readonly signal?: AbortSignal | undefined }) => {
      const views = parts.act ?? nextOne
      // As with a scan: the client's own iterator has a private part.
      return views(options?.signal) as unknown as Awaited<ReturnType<Rotation['act']>>
    }),
    confirm: noted('rotation.confirm', next),
    typeIn: noted('rotation.typeIn', next),
    enterOld: noted('rotation.enterOld', () => parts.entered ?? { done: true, line: 'The keychain has the password now.' }),
    signInToSql: noted('rotation.signInToSql', () => parts.entered ?? { done: true, line: 'sa is signed in.' }),
    answer: noted('rotation.answer', next),
    decide: noted('rotation.decide', next),
    leave: noted('rotation.leave', () => ({})),
    discard: noted('rotation.discard', forget),
    report: noted('rotation.report', ({ format }) => made(`password-change.${format}`)),
    calendar: noted('rotation.calendar', ({ what }) => made(`${what}.ics`)),
  }
}

/** `Y29udGVudA==` is the word "content". */
const made = (name: string) => ({ name, type: 'application/octet-stream', base64: 'Y29udGVudA==' })
