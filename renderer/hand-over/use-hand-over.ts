import { useCallback, useEffect, useRef, useState } from 'react'

import type { HandOverEvent, HandOverWays, Language, SecretRef } from '#shared/contract/index.ts'
import { useToast } from '../app/announce.tsx'
import { type CoreClient, type Failure, failureOf } from '../client/core-client.ts'
import { useCore } from '../client/core-context.tsx'
import { useQuestion } from '../client/use-question.ts'
import { useTexts } from '../texts/text-context.tsx'

export type Way = Extract<HandOverWays, { kind: 'here' }>['open'][number]['way']

export interface HandOver {
  /** what can be done at this moment; null until that is known */
  readonly ways: HandOverWays | null
  readonly failure: Failure | null
  /** the way that is gone now */
  readonly running: Way | null
  /** what was told last */
  readonly told: HandOverEvent | null
  readonly give: (way: Way, sharePaused: boolean) => void
  /** the way that is gone ends, and says how */
  readonly takeBack: () => void
  readonly lookAgain: () => void
}

/** Hands one entry over, as often as a person wants; whoever leaves takes everything back. SECURITY: the entry is named, nothing more. */
export function useHandOver(secret: SecretRef): HandOver {
  const core = useCore()
  const { language, text } = useTexts()
  const ways = useQuestion(useCallback(() => core.handOver.ways({ language, secret }), [core, language, secret]))
  const [running, setRunning] = useState<Way | null>(null)
  const [told, setTold] = useState<HandOverEvent | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const current = useRef<AbortController>(undefined)
  const fault = text('common/fault')

  const follow = async (way: Way, sharePaused: boolean, { signal }: AbortController) => {
    try {
      for await (const event of await core.handOver.give({ language, secret, way, sharePaused }, { signal })) {
        if (!signal.aborted) setTold(event)
      }
    } catch (error) {
      if (!signal.aborted) setFailure(failureOf(error, fault))
    }
    if (signal.aborted) return
    current.current = undefined
    setRunning(null)
    ways.reload()
  }
  const give = (way: Way, sharePaused: boolean) => {
    if (current.current !== undefined) return
    current.current = new AbortController()
    setRunning(way)
    setTold(null)
    setFailure(null)
    void follow(way, sharePaused, current.current)
  }
  const leave = useLeaving(core, language, fault)
  useEffect(
    () => () => {
      current.current?.abort()
      leave.current()
    },
    [leave],
  )
  const takeBack = () => {
    core.handOver.end({ language }).catch((error: unknown) => setFailure(failureOf(error, fault)))
  }
  return { ways: ways.found, failure: failure ?? ways.failure, running, told, give, takeBack, lookAgain: ways.reload }
}

/** Takes everything back once the dialog is gone; what could not be is told where the person is then. */
function useLeaving(core: CoreClient, language: Language, fault: string) {
  const toast = useToast()
  const leave = useRef<() => void>(() => undefined)
  leave.current = () => {
    core.handOver.end({ language }).then(
      ({ line }) => {
        if (line !== null) toast(line)
      },
      (error: unknown) => toast(failureOf(error, fault).line),
    )
  }
  return leave
}
