import { assertNever } from '#shared/assert-never.ts'
import type { HandOverEvent, HandOverWays } from '#shared/contract/index.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { HAND_OVER_WAYS, type HandOverChoice, type HandOverWay } from '../../rotation/hand-over/choose.ts'
import type { ClosedWay, DrawOutcome, HandOverDesk } from '../../rotation/hand-over/desk.ts'
import type { FieldOutcome } from '../../rotation/hand-over/into-field.ts'
import type { ClipboardEnd, ClipboardOutcome } from '../../rotation/hand-over/onto-clipboard.ts'
import type { Told } from '../../rotation/hand-over/surroundings.ts'

type Here = Extract<HandOverWays, { kind: 'here' }>
type End = Extract<HandOverEvent, { kind: 'end' }>

const isOpen = ({ refused }: HandOverChoice, way: HandOverWay): boolean => refused.every((one) => one.way !== way)

/** What the desk would do at this moment, in words. */
export function waysHere(translator: Translator, desk: HandOverDesk, told: Told): Here {
  const choice = desk.choose(told)
  const view = (way: HandOverWay) => ({ way, line: translator.text(`hand-over/way/${way}`) })
  const paused = desk.choose({ ...told, sharePaused: true })
  const opened = HAND_OVER_WAYS.find((way) => isOpen(paused, way) && !isOpen(choice, way))
  return {
    kind: 'here',
    chosen: HAND_OVER_WAYS.find((way) => way === choice.way) ?? null,
    line: translator.text(`hand-over/way/${choice.way}`),
    advice: choice.advice === null ? null : translator.text(`hand-over/advice/${choice.advice}`),
    open: HAND_OVER_WAYS.filter((way) => isOpen(choice, way)).map(view),
    closed: choice.refused.map(({ way, reason }) => ({ way, reason: translator.text(`hand-over/closed/${reason}`) })),
    whenPaused: opened === undefined ? null : { way: opened, line: translator.text('hand-over/way/while-paused') },
  }
}

/** Why a way is closed, and what to do instead; null: it is open. */
export function closedLine(translator: Translator, { refused, way: chosen }: HandOverChoice, way: HandOverWay): End | null {
  const closed = refused.find((one) => one.way === way)
  if (closed === undefined) return null
  const next = chosen === 'pause-share' || chosen === 'elsewhere' ? translator.text(`hand-over/way/${chosen}`) : null
  return { kind: 'end', outcome: 'refused', line: translator.text(`hand-over/closed/${closed.reason}`), next }
}

const end = (outcome: End['outcome'], line: string): End => ({ kind: 'end', outcome, line, next: null })

/** A way that was closed when the secret was to go: its reason, or that the hand-over was over by then. */
export function goneLine(translator: Translator, { choice }: ClosedWay, way: HandOverWay): End {
  return closedLine(translator, choice, way) ?? end('refused', translator.text('hand-over/field/ended'))
}

/** What became of typing; numbers are all that is told. */
export function fieldLine(translator: Translator, outcome: FieldOutcome): End {
  switch (outcome.kind) {
    case 'refused':
      return end('refused', translator.text(`hand-over/field/${outcome.reason}`))
    case 'typed': {
      const key = outcome.verified ? 'verified' : 'unverified'
      return end('done', translator.text(`hand-over/typed/${key}`, { length: outcome.length }))
    }
    case 'cut-short': {
      const { length, inField } = outcome
      return end('warning', translator.text('hand-over/typed/cut-short', { length, inField }))
    }
    case 'blocked': {
      const { length, accepted } = outcome
      return end('warning', translator.text('hand-over/typed/blocked', { length, accepted }))
    }
    case 'moved': {
      const { length, accepted, inField } = outcome
      const line =
        inField === null
          ? translator.text('hand-over/typed/moved-not-told', { length, accepted })
          : translator.text('hand-over/typed/moved', { length, accepted, inField })
      return end('warning', line)
    }
    default:
      return assertNever(outcome)
  }
}

/** Windows' ERROR_ACCESS_DENIED: another program does not let the clipboard go. */
const ACCESS_DENIED = 5

export function clipboardRefusal(translator: Translator, { failure }: Extract<ClipboardOutcome, { kind: 'refused' }>): End {
  if (failure.code === ACCESS_DENIED) return end('refused', translator.text('hand-over/clipboard/refused'))
  return end('refused', translator.text('hand-over/clipboard/failed', { call: failure.function, code: String(failure.code) }))
}

export function clipboardLine(translator: Translator, { kind }: ClipboardEnd): End {
  return end(kind === 'left' ? 'warning' : 'done', translator.text(`hand-over/clipboard/${kind}`))
}

export function windowLine(translator: Translator, outcome: DrawOutcome): End {
  if (outcome.kind === 'drawn') return end('done', translator.text('hand-over/window/drawn'))
  const { reason } = outcome
  return end('refused', translator.text(reason.startsWith('display-') ? `hand-over/closed/${reason}` : `hand-over/window/${reason}`))
}
