import { addCalendarMonths, dayOf } from '#shared/evaluation/time.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { calendarFile } from '#shared/report/calendar.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { readBackReport } from '../read-back.ts'
import type { App } from './app.ts'
import { nextReviewDay } from './case-lines.ts'
import { comparison } from './comparison.ts'
import { AppFailure, found } from './failure.ts'
import { reportFileName } from './file-name.ts'
import type { Implementer } from './implementer.ts'
import { judgeCase, nowOf } from './judge-case.ts'
import { serverOf } from './open-case.ts'

const TYPES = { pdf: 'application/pdf', html: 'text/html', csv: 'text/csv', json: 'application/json', ics: 'text/calendar' } as const

/** Months to the next review where nothing else is known. */
const REVIEW_EVERY_MONTHS = 3

/** Width that a plain table would have; the formats here have none. */
const NO_WIDTH = 80

interface SavedFile {
  readonly name: string
  readonly type: string
  readonly base64: string
}

/** What leaves the program: files of a case, and what changed between two of its checkups. */
export function reportProcedures(os: Implementer, app: App) {
  const caseOf = async (id: string): Promise<StoredCase> => found(await app.cases.read(id))
  return {
    render: os.reports.render.handler(async ({ input: { id, format, paper, language } }) => {
      const stored = await caseOf(id)
      const checkup = await judgeCase(app, stored)
      const options = { language, paper, timeZone: app.ports.timeZone, width: NO_WIDTH, colour: false }
      const bytes = Buffer.from(await app.ports.core.render(checkup, format, options))
      const fault = readBackReport(format, bytes)
      if (fault !== null) throw new Error(`a report does not read back: ${fault}`)
      return fileOf(nameParts(stored), checkup.evaluatedAt, format, bytes)
    }),
    snapshot: os.reports.snapshot.handler(async ({ input: { id } }) => {
      const stored = await caseOf(id)
      const bytes = found(await app.cases.snapshotBytes(id))
      return fileOf([...nameParts(stored), 'snapshot'], stored.snapshot.value.collectedAt, 'json', bytes)
    }),
    compare: os.reports.compare.handler(async ({ input }) => {
      const stored = await caseOf(input.id)
      const checkup = async (kept: string | null): Promise<Checkup> => {
        if (kept === null) return await judgeCase(app, stored)
        const known = await app.cases.checkup(input.id, kept)
        if (known === null) throw new AppFailure('NOT_FOUND', 'app/not-found/checkup')
        return known
      }
      return await comparison(await checkup(input.before), await checkup(input.after), app.say(input.language))
    }),
    calendar: os.reports.calendar.handler(async ({ input }) => {
      const stored = await caseOf(input.id)
      const day = nextReviewDay(stored) ?? suggestedDay(stored, nowOf(app, stored))
      const words = app.say(input.language)
      const server = visibleText(serverOf(stored.snapshot.value)) || words.text('report/not-told')
      const organization = visibleText(stored.profile.value.organization) || words.text('report/not-told')
      const text = calendarFile({
        uid: `${stored.id}@erp-checkup`,
        stamp: app.ports.core.now(),
        day,
        summary: words.text('app/calendar/summary', { server }),
        description: words.text('app/calendar/description', { server, organization }),
      })
      return fileOf(nameParts(stored), day, 'ics', Buffer.from(text))
    }),
  }
}

/** A file of a sample says so in its very name: it must not pass for one of a real server. */
function nameParts({ file, profile, snapshot }: StoredCase): string[] {
  return [...(file.source === 'sample' ? ['sample'] : []), profile.value.organization, serverOf(snapshot.value)]
}

function fileOf(parts: readonly string[], day: string, format: keyof typeof TYPES, bytes: Uint8Array): SavedFile {
  return { name: reportFileName(parts, day, format), type: TYPES[format], base64: Buffer.from(bytes).toString('base64') }
}

function suggestedDay({ profile }: StoredCase, now: string): string {
  const months = Math.max(1, Math.round(profile.value.reviewEveryMonths ?? REVIEW_EVERY_MONTHS))
  return dayOf(addCalendarMonths(Date.parse(now), months))
}
