import { useCallback, useEffect, useRef, useState } from 'react'

import type { RunAnswer, RunView } from '#shared/contract/index.ts'
import { type CoreClient, type Failure, failureOf } from '../client/core-client.ts'
import { useCore } from '../client/core-context.tsx'
import { useTexts } from '../texts/text-context.tsx'
import type { Problem } from './problem-note.tsx'

/** An act that somebody else has begun, such as this page before it was left, is looked at again this often. */
const LOOK_AGAIN_MS = 2_000

type Decision = RunView['decisions'][number]['id']
/** What a person says of an act. */
export type Said = Pick<Parameters<CoreClient['rotation']['confirm']>[0], 'outcome' | 'by' | 'session'>

export interface Run {
  /** as the core said last; null until then, and where it cannot be opened */
  readonly view: RunView | null
  /** why the last thing that was asked for could not be done */
  readonly problem: Problem | null
  readonly failure: Failure | null
  /** something that was asked for here is under way: nothing else is begun meanwhile */
  readonly busy: boolean
  readonly act: (act: string) => void
  readonly confirm: (act: string, said: Said) => void
  /** the person types the password that the next act needs, in a window of the system */
  readonly typeIn: () => void
  readonly answer: (option: string) => void
  readonly decide: (decision: Decision) => void
  /** asks again where it is */
  readonly reload: () => void
}

/** One password change, as the core sees it after everything that is done here. */
export function useRun(run: string): Run {
  const core = useCore()
  const { language } = useTexts()
  const { view, problem, failure, busy, begin } = useAnswers()
  const opened = useRef('')

  const open = useCallback(
    () =>
      begin(async (show) => {
        opened.current = `${language} ${run}`
        show(await core.rotation.open({ run, language }))
      }),
    [begin, core, run, language],
  )
  // Another language in the middle of an act waits for its end: the views that come are those of the language before.
  useEffect(() => {
    if (!busy && opened.current !== `${language} ${run}`) open()
  }, [busy, open, language, run])

  const isElsewhere = view?.running === true && !busy
  useEffect(() => {
    if (!isElsewhere) return
    const timer = setTimeout(open, LOOK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isElsewhere, open])

  return {
    view,
    problem,
    failure,
    busy,
    act: (act) =>
      begin(async (show, signal) => {
        // Whoever leaves the page stops looking; the act goes on.
        for await (const next of await core.rotation.act({ run, act, language }, { signal })) show(next)
      }),
    confirm: (act, said) => begin(async (show) => show(await core.rotation.confirm({ run, act, language, ...said }))),
    typeIn: () => begin(async (show) => show(await core.rotation.typeIn({ run, language }))),
    answer: (option) => begin(async (show) => show(await core.rotation.answer({ run, option, language }))),
    decide: (decision) => begin(async (show) => show(await core.rotation.decide({ run, decision, language }))),
    reload: open,
  }
}

type Work = (show: (answer: RunAnswer) => void, signal: AbortSignal) => Promise<void>

/** Keeps the last view through every question; one thing is asked at a time, and a second press does nothing. */
function useAnswers() {
  const { text } = useTexts()
  const [view, setView] = useState<RunView | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const isBusy = useRef(false)
  const leaving = useRef<AbortController>(null)
  const fallback = text('common/fault')

  useEffect(() => {
    const own = new AbortController()
    leaving.current = own
    return () => own.abort()
  }, [])

  const begin = useCallback(
    (work: Work) => {
      const signal = leaving.current?.signal
      if (isBusy.current || signal === undefined) return
      isBusy.current = true
      setBusy(true)
      setFailure(null)
      const show = (answer: RunAnswer) => {
        if (signal.aborted) return
        if (answer.kind === 'run') setView(answer.view)
        setProblem(answer.kind === 'run' ? null : answer)
      }
      work(show, signal)
        .catch((error: unknown) => {
          if (!signal.aborted) setFailure(failureOf(error, fallback))
        })
        .finally(() => {
          isBusy.current = false
          if (!signal.aborted) setBusy(false)
        })
    },
    [fallback],
  )
  return { view, problem, failure, busy, begin }
}
