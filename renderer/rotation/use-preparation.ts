import { useCallback, useEffect, useState } from 'react'

import type { RotationChoices } from '#shared/contract/index.ts'
import { useAnnounce } from '../app/announce.tsx'
import { type CoreClient, type Failure, failureOf } from '../client/core-client.ts'
import { useCore } from '../client/core-context.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { choicesOf, type Draft, draftOf } from './draft.ts'

type Prepared = Awaited<ReturnType<CoreClient['rotation']['prepare']>>

/** Somebody who types is not asked for after every letter. */
const PAUSE_MS = 250

export interface Preparing {
  /** what the change would be by the last answer; null: none has come yet */
  readonly found: Prepared | null
  readonly failure: Failure | null
  /** null: nothing is known to choose from */
  readonly draft: Draft | null
  /** null: something that was typed cannot be used */
  readonly choices: RotationChoices | null
  /** what is shown belongs to other choices than those that are made now */
  readonly isStale: boolean
  /** the server itself is to be changed; else the change is only rehearsed */
  readonly real: boolean
  readonly chooseReal: (real: boolean) => void
  readonly change: (part: Partial<Draft>) => void
  readonly retry: () => void
}

/** Asks the core what a change would be, anew with each choice. What was typed stays, an answer that comes too late is dropped. */
export function usePreparation(id: string): Preparing {
  const core = useCore()
  const announce = useAnnounce()
  const { language, text } = useTexts()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [answer, setAnswer] = useState<{ readonly found: Prepared | null; readonly question: string }>({ found: null, question: '' })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState(0)
  const [real, chooseReal] = useState(false)
  const fallback = text('common/fault')
  const isFirst = draft === null
  const choices = draft === null ? null : choicesOf(draft)
  const question = isFirst || choices !== null ? questionOf(language, choices, real, round) : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question holds all that it is made of
  useEffect(() => {
    if (question === null || question === answer.question) return
    let wanted = true
    async function ask(asked: RotationChoices | null, own: string) {
      const found = await core.rotation.prepare({ id, choices: asked, real, language })
      if (!wanted) return
      if (isFirst && found.kind === 'preparation') {
        const first = draftOf(found)
        setDraft(first)
        setAnswer({ found, question: questionOf(language, choicesOf(first), real, round) })
        return
      }
      setAnswer({ found, question: own })
      if (found.kind === 'preparation') announce(found.standingLine)
    }
    const timer = setTimeout(
      () => {
        setFailure(null)
        ask(isFirst ? null : choices, question).catch((error: unknown) => {
          if (wanted) setFailure(failureOf(error, fallback))
        })
      },
      isFirst ? 0 : PAUSE_MS,
    )
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [core, id, question, answer.question])

  const change = useCallback((part: Partial<Draft>) => setDraft((before) => (before === null ? null : { ...before, ...part })), [])
  /** the answer may be another one by now */
  const retry = useCallback(() => setRound((before) => before + 1), [])
  const isStale = question !== answer.question
  return { found: answer.found, failure, draft, choices, isStale, real, chooseReal, change, retry }
}

const questionOf = (language: string, choices: RotationChoices | null, real: boolean, round: number): string =>
  `${language} ${real} ${round} ${JSON.stringify(choices)}`
