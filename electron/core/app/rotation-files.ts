import type { Language } from '#shared/contract/index.ts'
import { calendarFile, callCalendarFile } from '#shared/report/calendar.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { RunRecord } from '../rotation/runs.ts'
import type { App } from './app.ts'
import { reportFileName } from './file-name.ts'

interface SavedFile {
  readonly name: string
  readonly type: string
  readonly base64: string
}

const TYPES = { pdf: 'application/pdf', json: 'application/json', ics: 'text/calendar' } as const

function fileOf(parts: readonly string[], day: string, format: keyof typeof TYPES, bytes: Uint8Array): SavedFile {
  return { name: reportFileName(parts, day, format), type: TYPES[format], base64: Buffer.from(bytes).toString('base64') }
}

/** The report of a run, for a person or a machine; a rehearsal says so in its very name. */
export async function reportFileOf(
  app: App,
  { plan, events, startedAt }: RunRecord,
  { format, paper, language }: { readonly format: 'pdf' | 'json'; readonly paper: 'a4' | 'letter'; readonly language: Language },
): Promise<SavedFile> {
  const journal = { plan, events, now: app.ports.core.now() }
  const bytes = await app.ports.core.renderRotation(journal, format, { language, paper, timeZone: app.ports.timeZone })
  const parts = [...(plan.rehearsal ? ['rehearsal'] : []), plan.server, 'password-change']
  return fileOf(parts, startedAt, format, bytes)
}

/** An hour in which the sync may stand still is what the vendor is asked for. */
const CALL_MINUTES = 60

/** The call or the next review as a calendar file. */
export async function calendarFileOf(
  app: App,
  {
    language,
    server,
    what,
    at,
  }: { readonly language: Language; readonly server: string; readonly what: 'call' | 'review'; readonly at: string },
): Promise<SavedFile> {
  const words = app.say(language)
  const name = visibleText(server) || words.text('report/not-told')
  const appointment = {
    uid: `${what}-${at.slice(0, 16)}-${name}@erp-checkup`,
    stamp: app.ports.core.now(),
    summary: words.text(`rotation/calendar/${what}`, { server: name }),
    description: words.text(`rotation/calendar/${what}-more`, { server: name }),
  }
  const text =
    what === 'review'
      ? calendarFile({ ...appointment, day: at })
      : callCalendarFile({ ...appointment, startsAt: at, durationMinutes: CALL_MINUTES })
  return fileOf([name, what], at, 'ics', Buffer.from(text))
}
