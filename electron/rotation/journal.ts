import { formatNameOf, type JournalContent, type JournalFormat } from './journal-format.ts'
import type { Proof } from './journal-head.ts'
import type { Appended, JournalWriter } from './journal-writer.ts'
import { secretNamed } from './secret-names.ts'

/** A journal that this process alone may add to, until it is closed. */
export interface Journal<Plan, Event> {
  /** of its file */
  readonly name: string
  /** as it was when it was opened */
  readonly content: JournalContent<Plan, Event>
  readonly proof: Proof
  /** file that holds the torn end which was found; null: none was */
  readonly setAside: string | null
  /**
   * Resolves when the event would outlast a power cut, or tells what became of it.
   *
   * Throws, before anything is written, where the event is none of the format, holds a key that is named like a secret, is too large, or
   * comes after the end: these are faults of whoever calls.
   */
  append(event: Event): Promise<Appended>
  close(): Promise<void>
}

export type OpenParts<Plan, Event> = Pick<Journal<Plan, Event>, 'name' | 'content' | 'proof' | 'setAside'>

export function createJournal<Plan, Event>(
  parts: OpenParts<Plan, Event>,
  format: JournalFormat<Plan, Event>,
  writer: JournalWriter,
): Journal<Plan, Event> {
  const { plan, events } = parts.content
  const written = events.map(({ event }) => event)
  return {
    ...parts,
    append: async (event) => {
      const taken = withoutSecrets(accepted(format.event, event, 'event'), event)
      return await writer.append({
        event: taken,
        kind: () => (format.isFinal(plan, [...written, taken]) ? 'end' : 'event'),
        whenWritten: () => written.push(taken),
      })
    },
    close: () => writer.close(),
  }
}

/** What the first entry holds. Throws where the plan is none of the format or holds a key that is named like a secret. */
export function openingEvent<Plan>(id: string, plan: Plan, format: Pick<JournalFormat<Plan, unknown>, 'version' | 'plan'>): unknown {
  return { format: formatNameOf(format.version), id, plan: withoutSecrets(accepted(format.plan, plan, 'plan'), plan) }
}

/** The entry that stands before the first of a newer version; null: the journal is of this version. */
export function versionChangeOf(version: number, format: Pick<JournalFormat<unknown, unknown>, 'version'>): unknown {
  return version === format.version ? null : { format: formatNameOf(format.version) }
}

function accepted<Value>(schema: JournalFormat<Value, unknown>['plan'], value: Value, name: string): Value {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Error(`this is no ${name} of the format`, { cause: parsed.error })
}

/** SECURITY: looks at what was given too: a key that the schema drops was nevertheless on its way into a file. */
function withoutSecrets<Value>(taken: Value, given: Value): Value {
  const key = secretNamed(given) ?? secretNamed(taken)
  if (key === null) return taken
  throw new Error(`a journal holds no secrets, but ${key} is named like one`)
}
