import { availableParallelism } from 'node:os'

import type { PortfolioRow } from '#shared/report/portfolio/row.ts'
import type { Language } from '#shared/texts/translator.ts'
import type { Outcome } from '../outcome.ts'
import { refused } from '../outcome.ts'
import { type Found, findSnapshots, isFolder, NOTHING_IN_IT } from './find-snapshots.ts'
import type { JudgedFile, JudgeSettings } from './messages.ts'
import { unreadFile } from './unread-file.ts'

/** A thread takes memory before it judges anything; beyond this many the drive is what everybody waits for. */
const MOST_WORKERS = 16

/** What `check` of several snapshots can be written as; a PDF is about one server. */
export type PortfolioFormat = 'table' | 'csv' | 'html'

export interface PortfolioRequest extends JudgeSettings {
  readonly found: Found
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (done: number, total: number) => void
}

export interface PortfolioRenderOptions {
  readonly language: Language
  /** columns, for the table */
  readonly width: number
  readonly colour: boolean
  /** time of every evaluation, ISO 8601 UTC */
  readonly now: string
}

/** Judging many snapshots: nothing is loaded before it is asked for. */
export interface PortfolioCore {
  isFolder(path: string): Promise<boolean>
  find(paths: readonly string[]): Promise<Outcome<Found>>
  /** in the order of the arguments; whoever takes slowly slows the judging down */
  judge(request: PortfolioRequest): AsyncGenerator<JudgedFile>
  render(rows: readonly PortfolioRow[], format: PortfolioFormat, options: PortfolioRenderOptions): Promise<Uint8Array>
  /** pieces of a JSON array of these checkups */
  array(elements: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
  /** writes the array, reads back and understands; the value is the file's name for one line */
  saveArray(path: string, elements: AsyncIterable<Uint8Array>): Promise<Outcome<string>>
}

export interface PortfolioPorts {
  /** the bundle of the worker that judges files */
  readonly judgeWorkerPath: string
  /** as many as the machine has processors where absent */
  readonly judgeWorkers?: number
}

export function createPortfolioCore(ports: PortfolioPorts): PortfolioCore {
  return {
    isFolder,
    find: findSnapshots,
    judge: (request) => judgeFound(request, ports),
    render: renderPortfolio,
    array: async function* (elements) {
      const { checkupArray } = await import('./checkup-array.ts')
      yield* checkupArray(elements)
    },
    saveArray: async (path, elements) => {
      const { saveCheckupArray } = await import('./checkup-array.ts')
      return await saveCheckupArray(path, elements)
    },
  }
}

async function* judgeFound(request: PortfolioRequest, ports: PortfolioPorts): AsyncGenerator<JudgedFile> {
  const { runPool } = await import('./pool.ts')
  const { startThreadWorker } = await import('./thread-worker.ts')
  const { found, signal, onProgress, ...settings } = request
  const { candidates } = found
  const workers = Math.min(candidates.length, MOST_WORKERS, ports.judgeWorkers ?? availableParallelism())
  const start = () => startThreadWorker(ports.judgeWorkerPath, settings)
  for (const { file, reason } of found.unread) yield unreadFile(file, refused(file, reason).line)
  /** folders in which there was no snapshot so far, though other files of ours */
  const barren = new Set(candidates.flatMap(({ folder }) => folder ?? []))
  let done = 0
  for await (const judged of runPool(candidates, { workers, start, signal })) {
    const folder = candidates[done]?.folder
    done += 1
    onProgress?.(done, candidates.length)
    if (judged.kind === 'other-format') continue
    if (folder !== undefined && folder !== null) barren.delete(folder)
    yield judged
  }
  for (const folder of barren) yield unreadFile(folder, refused(folder, NOTHING_IN_IT).line)
}

async function renderPortfolio(
  rows: readonly PortfolioRow[],
  format: PortfolioFormat,
  options: PortfolioRenderOptions,
): Promise<Uint8Array> {
  const { createTranslator } = await import('#shared/texts/translator.ts')
  const { createPortfolio } = await import('#shared/report/portfolio/model.ts')
  const translator = createTranslator(options.language)
  const portfolio = createPortfolio(rows, options.now, translator)
  switch (format) {
    case 'table': {
      const { portfolioTable } = await import('#shared/report/portfolio/table.ts')
      return Buffer.from(portfolioTable(portfolio, translator, { width: options.width, colour: options.colour }))
    }
    case 'csv': {
      const { portfolioCsv } = await import('#shared/report/portfolio/csv.ts')
      return Buffer.from(portfolioCsv(portfolio))
    }
    case 'html': {
      const { portfolioHtml } = await import('#shared/report/portfolio/html.ts')
      return Buffer.from(portfolioHtml(portfolio, translator))
    }
  }
}
