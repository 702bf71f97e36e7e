import { useCallback, useEffect, useRef, useState } from 'react'

import type { KeptPassword, ScanProgress, SqlAccess, SqlProblem } from '#shared/contract/index.ts'
import { type Failure, failureOf } from '../client/core-client.ts'
import { useCore } from '../client/core-context.tsx'
import { useTexts } from '../texts/text-context.tsx'

type Finished = Extract<ScanProgress, { kind: 'finished' }>
type ProbeIds = Parameters<ReturnType<typeof useCore>['scan']['run']>[0]['probes']

/** A probe that is being read, or what became of it. */
export type ScanLine = { readonly probe: string; readonly name: string; readonly finished: Finished | null }

/** What is read: probes null: all of it; sql null: as whoever runs the program. */
export interface ScanRequest {
  readonly id: string | null
  readonly probes: readonly string[] | null
  readonly sql: SqlAccess | null
}

export interface Scan {
  readonly lines: readonly ScanLine[]
  readonly done: number
  /** 0 until the first probe starts */
  readonly total: number
  /** the case that holds what was read; null until then */
  readonly caseId: string | null
  /** instances of SQL Server that could not be read, this time or the time before; null: nothing is known of that */
  readonly sqlProblems: readonly SqlProblem[] | null
  /** what became of a password that was to be kept; null: none was, or it is not decided yet */
  readonly password: KeptPassword | null
  readonly failure: Failure | null
  /** a person is to choose the sign-in first: nothing was begun, or what was begun failed and its password is gone */
  readonly asks: boolean
  readonly cancel: () => void
  /** the same once more */
  readonly again: () => void
  readonly read: (request: ScanRequest) => void
}

type Progress = Pick<Scan, 'lines' | 'done' | 'total' | 'caseId' | 'sqlProblems' | 'password' | 'failure'>

const beginning: Progress = { lines: [], done: 0, total: 0, caseId: null, sqlProblems: null, password: null, failure: null }

/**
 * Reads the server once this is on the page, and stops reading when it leaves: nothing is kept of a scan that was cut off.
 *
 * `first` null: nothing is read before somebody says how.
 */
export function useScan(first: ScanRequest | null): Scan {
  const core = useCore()
  const { language, text } = useTexts()
  const [progress, setProgress] = useState(beginning)
  const [round, setRound] = useState(0)
  const [asks, setAsks] = useState(first === null)
  const controller = useRef<AbortController>(undefined)
  const request = useRef(first)
  // Those of the page as it was opened: another language in the middle of a scan does not begin it anew.
  const words = useRef({ language, fallback: text('common/fault') })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another scan
  useEffect(() => {
    const asked = request.current
    if (asked === null) return
    // SECURITY: a password goes with its call and is not kept for another; who chose a sign-in chooses once more.
    if (asked.sql !== null) request.current = null
    const { fallback, language: spoken } = words.current
    const own = new AbortController()
    controller.current = own
    setProgress(({ sqlProblems }) => ({ ...beginning, sqlProblems }))
    async function read({ id, probes, sql }: ScanRequest) {
      try {
        const input = { id, probes: probes as ProbeIds, sql, language: spoken }
        for await (const event of await core.scan.run(input, { signal: own.signal })) {
          if (own.signal.aborted) return
          setProgress((before) => after(before, event))
        }
      } catch (error) {
        if (own.signal.aborted) return
        setProgress((before) => ({ ...before, failure: failureOf(error, fallback) }))
        setAsks(request.current === null)
      }
    }
    void read(asked)
    return () => own.abort()
  }, [core, round])

  const cancel = useCallback(() => controller.current?.abort(), [])
  const again = useCallback(() => setRound((before) => before + 1), [])
  const read = useCallback((next: ScanRequest) => {
    request.current = next
    setAsks(false)
    setRound((before) => before + 1)
  }, [])
  return { ...progress, asks, cancel, again, read }
}

function after(before: Progress, event: ScanProgress): Progress {
  switch (event.kind) {
    case 'started':
      return {
        ...before,
        total: event.total,
        done: event.done,
        lines: [...before.lines, { probe: event.probe, name: event.name, finished: null }],
      }
    case 'finished': {
      const line = { probe: event.probe, name: event.name, finished: event }
      const isListed = before.lines.some(({ probe }) => probe === event.probe)
      const lines = isListed ? before.lines.map((each) => (each.probe === event.probe ? line : each)) : [...before.lines, line]
      return { ...before, total: event.total, done: event.done, lines }
    }
    case 'case': {
      const { id, sqlProblems, password = null } = event
      return { ...before, caseId: id, sqlProblems, password, lines: withProblems(before.lines, sqlProblems) }
    }
  }
}

/** An instance that nobody could sign in to is missing, although the probe itself went well. */
function withProblems(lines: readonly ScanLine[], problems: readonly SqlProblem[]): readonly ScanLine[] {
  if (problems.length === 0) return lines
  return lines.map((line) =>
    line.probe === 'sql-server' && line.finished !== null ? { ...line, finished: { ...line.finished, incomplete: true } } : line,
  )
}
