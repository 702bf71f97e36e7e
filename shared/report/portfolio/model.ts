import type { Language, Translator } from '../../texts/translator.ts'
import { momentInWords } from '../dates.ts'
import type { JudgedServer, PortfolioRow, UnreadFile } from './row.ts'

/** Many servers at a glance, in the words of one language; the rows alone and the language decide what it says. */
export interface Portfolio {
  readonly language: Language
  readonly title: string
  /** how many servers there are and how they stand, one sentence each */
  readonly summary: readonly string[]
  /** worst first */
  readonly rows: readonly PortfolioRow[]
}

const grades = ['gaps', 'incomplete', 'good', 'best'] as const

/** `now`: the time that every server was judged at, ISO 8601 UTC. */
export function createPortfolio(rows: readonly PortfolioRow[], now: string, translator: Translator): Portfolio {
  const judged = rows.filter((row) => row.kind === 'judged')
  const say = (key: string, count: number): string => translator.text(`report/portfolio/${key}`, { count })
  const counts = grades.flatMap((grade) => {
    const count = judged.filter((row) => row.grade === grade).length
    return count === 0 ? [] : [say(`count/${grade}`, count)]
  })
  const unread = rows.length - judged.length
  const withDue = judged.filter((row) => row.due.length > 0).length
  return {
    language: translator.language,
    title: translator.text('report/portfolio/title'),
    summary: [
      ...(judged.length === 0
        ? []
        : [translator.text('report/labelled', { label: say('servers', judged.length), text: `${counts.join(', ')}.` })]),
      ...(unread === 0 ? [] : [say('unread', unread)]),
      ...(withDue === 0 ? [] : [say('with-due', withDue)]),
      translator.text('report/portfolio/as-of', { moment: momentInWords(now, translator) }),
    ],
    rows: worstFirst(rows),
  }
}

/**
 * Worst first: what could not be read, then by grade, by what its gaps weigh, by what is open, then by name.
 *
 * A file that nobody could read may hide the worst of all. Names are compared by code point, so that every machine sorts alike.
 */
export function worstFirst(rows: readonly PortfolioRow[]): PortfolioRow[] {
  return rows.toSorted((one, other) => {
    if (one.kind === 'unread' || other.kind === 'unread') {
      return one.kind === other.kind ? compareNames(one.file, other.file) : one.kind === 'unread' ? -1 : 1
    }
    return compareServers(one, other)
  })
}

function compareServers(one: JudgedServer, other: JudgedServer): number {
  return (
    grades.indexOf(one.grade) - grades.indexOf(other.grade) ||
    other.gapWeight - one.gapWeight ||
    other.openWeight - one.openWeight ||
    compareNames(one.organization, other.organization) ||
    compareNames(one.server, other.server) ||
    compareNames(one.file, other.file)
  )
}

function compareNames(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** How the result of a row is called. */
export function resultWord(row: PortfolioRow, translator: Translator): string {
  return translator.text(row.kind === 'unread' ? 'report/portfolio/not-readable' : `report/grade/${row.grade}`)
}

/** What is worst about a server as one line; undefined: nothing is. */
export function worstInWords({ worst }: JudgedServer, translator: Translator): string | undefined {
  if (worst === null) return undefined
  return translator.text('report/portfolio/worst', {
    verdict: translator.text(`report/verdict/${worst.verdict}`),
    severity: translator.text(`report/severity/${worst.severity}`),
    sentence: worst.sentence,
  })
}

export function reasonInWords({ reason }: UnreadFile, translator: Translator): string {
  return translator.text('report/portfolio/could-not-be-read', { reason })
}

export function ageInWords({ ageDays }: JudgedServer, translator: Translator): string {
  if (ageDays === null) return translator.text('report/portfolio/future')
  return ageDays === 0 ? translator.text('report/portfolio/today') : translator.text('report/portfolio/age', { count: ageDays })
}
