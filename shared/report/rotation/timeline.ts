import { decisions } from '../../rotation/keys.ts'
import { dayAndTime } from '../dates.ts'
import { type CourseStep, isBeginning } from './course.ts'
import { eventInWords, type RotationWords } from './sentences.ts'

/** `done` and `failed` for acts, `begun` for an act without an end, `decided` for a person, `seen` for what the server was asked. */
export type TimelineKind = 'done' | 'failed' | 'begun' | 'decided' | 'seen'

export interface TimelineEntry {
  readonly kind: TimelineKind
  /** e.g. `09:15`, or `09:15–09:17` for an act that took longer than its minute */
  readonly time: string
  readonly sentence: string
}

/** The entries of one day in the time zone of the report. */
export interface TimelineDay {
  readonly day: string
  readonly entries: readonly TimelineEntry[]
}

const kinds: { readonly [type: string]: TimelineKind } = {
  ...Object.fromEntries(decisions.map((decision) => [decision, 'decided' as const])),
  'act-failed': 'failed',
  'password-refused': 'failed',
  'verification-failed': 'failed',
  'preflight-failed': 'failed',
  'watch-failed': 'failed',
  resumed: 'seen',
  'world-asked': 'seen',
}

const kindOf = ({ event }: CourseStep): TimelineKind => (isBeginning(event) ? 'begun' : (kinds[event.type] ?? 'done'))

/** Whether an event ends the act that the one before it began. */
function ends(step: CourseStep, begun: CourseStep | undefined): boolean {
  const kind = kindOf(step)
  return begun !== undefined && isBeginning(begun.event) && (kind === 'done' || kind === 'failed')
}

/** Every event, day by day; an act that was begun and ended is one entry. */
export function timelineOf(steps: readonly CourseStep[], words: RotationWords, timeZone: string | undefined): readonly TimelineDay[] {
  const days: { day: string; entries: TimelineEntry[] }[] = []
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1]
    if (next !== undefined && ends(next, step)) continue
    const begun = ends(step, steps[index - 1]) ? steps[index - 1] : undefined
    const { offset, ...at } = dayAndTime(step.event.at, words.translator, timeZone)
    const day = words.translator.text('report/rotation/day', { day: at.day, offset })
    const from = begun === undefined ? at.time : dayAndTime(begun.event.at, words.translator, timeZone).time
    const time = from === at.time ? at.time : words.translator.text('report/rotation/span', { from, to: at.time })
    if (days.at(-1)?.day !== day) days.push({ day, entries: [] })
    days.at(-1)?.entries.push({ kind: kindOf(step), time, sentence: eventInWords(step, words) })
  }
  return days
}
