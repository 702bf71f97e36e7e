import { assertNever } from '#shared/assert-never.ts'
import type { HandOverEvent, HandOverWays, Language, SecretRef } from '#shared/contract/index.ts'
import type { Translator } from '#shared/texts/translator.ts'
import type { HandOverWay } from '../../rotation/hand-over/choose.ts'
import type { HandOverDesk, OpenHandOver } from '../../rotation/hand-over/desk.ts'
import type { ClipboardEnd } from '../../rotation/hand-over/onto-clipboard.ts'
import type { ExpectedField } from '../../rotation/hand-over/prove-field.ts'
import type { SecretProblem } from '../../rotation/run-secrets.ts'
import type { App } from './app.ts'
import { asAnswer } from './boundary.ts'
import { eventStream } from './event-stream.ts'
import { clipboardLine, clipboardRefusal, closedLine, fieldLine, goneLine, waysHere, windowLine } from './hand-over-lines.ts'
import { type NamedSecret, secretFor } from './hand-over-secret.ts'
import { createTries, type Tries } from './hand-over-tries.ts'
import type { Implementer } from './implementer.ts'
import type { RotationDesk } from './rotation-runs.ts'
import { problemLines } from './vault.ts'

/** Nobody needs longer to go to a field that is open; whoever does asks again. */
const WAIT_FOR_FIELD_MS = 60_000

/** What is on its way, if anything. */
interface Desk {
  readonly tries: Tries
  opened: OpenHandOver | null
  /** how the clipboard ended that was given last */
  clipboard: Promise<ClipboardEnd> | null
}

interface Giving {
  readonly secret: SecretRef
  readonly way: HandOverWay
  readonly sharePaused: boolean
  readonly language: Language
}

type Tell = (event: HandOverEvent) => void

/**
 * Handing a secret over while somebody else may see the screen.
 *
 * SECURITY: a secret is named, never given or taken: it goes from the keychain to the field, the clipboard or the protected window inside
 * this process. A host whose page is a browser hands nothing over.
 */
export function handOverProcedures(os: Implementer, app: App, rotations: RotationDesk) {
  const state: Desk = { tries: createTries(), opened: null, clipboard: null }
  return {
    ways: os.handOver.ways.handler(async ({ input: { language, secret } }) => {
      const desk = await deskOf(app)
      if (desk === null) return elsewhere(app, language)
      return waysHere(app.say(language), desk, state.tries.told(secret, await secretFor(app, rotations, secret)))
    }),
    give: os.handOver.give.handler(({ input, signal }) =>
      eventStream<HandOverEvent>(async (tell, aborted) => {
        try {
          await give(app, state, input, { named: () => secretFor(app, rotations, input.secret), tell, signal: aborted })
        } catch (error) {
          throw asAnswer(error, app, 'handOver.give', input.language)
        }
      }, signal),
    ),
    end: os.handOver.end.handler(async ({ input: { language } }) => {
      state.opened?.end()
      state.tries.forget()
      const ended = await state.clipboard
      return { line: ended?.kind === 'left' ? clipboardLine(app.say(language), ended).line : null }
    }),
  }
}

/** SECURITY: the browser host has none, whatever it was given. */
async function deskOf({ ports }: App): Promise<HandOverDesk | null> {
  return ports.host === 'loopback' || ports.handOverDesk === null ? null : await ports.handOverDesk()
}

function elsewhere(app: App, language: Language): Extract<HandOverWays, { kind: 'elsewhere' }> {
  const { text } = app.say(language)
  return app.ports.host === 'loopback'
    ? { kind: 'elsewhere', line: text('hand-over/closed/host-crosses-wire'), next: text('hand-over/way/elsewhere') }
    : { kind: 'elsewhere', line: text('hand-over/nowhere/line'), next: text('hand-over/nowhere/next') }
}

interface Call {
  readonly named: () => Promise<NamedSecret>
  readonly tell: Tell
  readonly signal: AbortSignal
}

async function give(app: App, state: Desk, { secret, way, sharePaused, language }: Giving, call: Call) {
  const { tell, signal } = call
  const translator = app.say(language)
  const desk = await deskOf(app)
  if (desk === null) {
    const { line, next } = elsewhere(app, language)
    tell({ kind: 'end', outcome: 'refused', line, next })
    return
  }
  const named = await call.named()
  const told = { ...state.tries.told(secret, named), sharePaused }
  const closed = closedLine(translator, desk.choose(told), way)
  if (closed !== null) {
    tell(closed)
    return
  }
  const read = await named.read()
  if (!read.ok) {
    tell({ kind: 'end', outcome: 'refused', ...linesOf(app, read.problem, language) })
    return
  }
  if (signal.aborted) {
    read.value.fill(0)
    return
  }
  const opened = desk.open(read.value, told)
  if (typeof opened === 'string') {
    tell({ kind: 'end', outcome: 'refused', line: translator.text(`hand-over/secret/${opened}`), next: null })
    return
  }
  state.opened = opened
  state.clipboard = null
  signal.addEventListener('abort', opened.end, { once: true })
  try {
    tell(await go({ translator, state, opened, expected: named.expected, sharePaused, tell }, way))
  } finally {
    opened.end()
    state.opened = null
  }
}

function linesOf(app: App, problem: SecretProblem, language: Language): Pick<Extract<HandOverEvent, { kind: 'end' }>, 'line' | 'next'> {
  if (problem.kind === 'not-typed') return { line: app.say(language).text('rotation-code/held-not-typed'), next: null }
  const { line, next } = problemLines(app, problem, language)
  return { line, next }
}

interface Going {
  readonly translator: Translator
  readonly state: Desk
  readonly opened: OpenHandOver
  readonly expected: ExpectedField | null
  readonly sharePaused: boolean
  readonly tell: Tell
}

/** Goes one way to its end, and tells what comes before it. */
async function go(going: Going, way: HandOverWay): Promise<HandOverEvent> {
  const { translator, state, opened, expected, sharePaused, tell } = going
  const step = (clearsAfterMs: number | null): void => tell({ kind: 'step', line: translator.text(`hand-over/step/${way}`), clearsAfterMs })
  switch (way) {
    case 'into-field': {
      step(null)
      // Nobody's field: the desk refuses it as such.
      const outcome = await opened.intoField(expected ?? { imagePaths: [] }, WAIT_FOR_FIELD_MS)
      if (outcome.kind === 'closed') return goneLine(translator, outcome, way)
      state.tries.noteField(outcome)
      return fieldLine(translator, outcome)
    }
    case 'clipboard': {
      const ended = Promise.withResolvers<ClipboardEnd>()
      const outcome = opened.ontoClipboard(ended.resolve)
      if (outcome.kind === 'closed') return goneLine(translator, outcome, way)
      if (outcome.kind === 'refused') return clipboardRefusal(translator, outcome)
      state.clipboard = ended.promise
      step(outcome.clearsAfterMs)
      return clipboardLine(translator, await ended.promise)
    }
    case 'protected-window': {
      step(null)
      const outcome = await opened.draw()
      if (outcome.kind === 'closed') return goneLine(translator, outcome, way)
      state.tries.noteWindow(outcome, sharePaused)
      return windowLine(translator, outcome)
    }
    default:
      return assertNever(way)
  }
}
