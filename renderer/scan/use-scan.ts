import { useCallback, useEffect, useRef, useState } from 'react'

import type { ScanProgress } from '#shared/contract/index.ts'
import { type Failure, failureOf } from '../client/core-client.ts'
import { useCore } from '../client/core-context.tsx'
import { useTexts } from '../texts/text-context.tsx'

type Finished = Extract<ScanProgress, { kind: 'finished' }>
type ProbeIds = Parameters<ReturnType<typeof useCore>['scan']['run']>[0]['probes']

/** A probe that is being read, or what became of it. */
export type ScanLine = { readonly probe: string; readonly name: string; readonly finished: Finished | null }

export interface Scan {
  readonly lines: readonly ScanLine[]
  readonly done: number
  /** 0 until the first probe starts */
  readonly total: number
  /** the case that holds what was read; null until then */
  readonly caseId: string | null
  readonly failure: Failure | null
  readonly cancel: () => void
  readonly again: () => void
}

interface Progress {
  readonly lines: readonly ScanLine[]
  readonly done: number
  readonly total: number
  readonly caseId: string | null
  readonly failure: Failure | null
}

const beginning: Progress = { lines: [], done: 0, total: 0, caseId: null, failure: null }

/** Reads the server once this is on the page, and stops reading when it leaves: nothing is kept of a scan that was cut off. */
export function useScan(id: string | null, probes: readonly string[] | null): Scan {
  const core = useCore()
  const { language, text } = useTexts()
  const [progress, setProgress] = useState(beginning)
  const [round, setRound] = useState(0)
  const controller = useRef<AbortController>(undefined)
  // What was asked when the page was opened: another language in the middle of a scan does not begin it anew.
  const request = useRef({ id, probes: probes as ProbeIds, language, fallback: text('common/fault') })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another scan
  useEffect(() => {
    const { fallback, ...input } = request.current
    const own = new AbortController()
    controller.current = own
    setProgress(beginning)
    async function read() {
      try {
        for await (const event of await core.scan.run(input, { signal: own.signal })) {
          if (own.signal.aborted) return
          setProgress((before) => after(before, event))
        }
      } catch (error) {
        if (!own.signal.aborted) setProgress((before) => ({ ...before, failure: failureOf(error, fallback) }))
      }
    }
    void read()
    return () => own.abort()
  }, [core, round])

  const cancel = useCallback(() => controller.current?.abort(), [])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { ...progress, cancel, again }
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
    case 'case':
      return { ...before, caseId: event.id }
  }
}
