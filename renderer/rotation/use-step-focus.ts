import { type RefObject, useEffect, useRef } from 'react'

import type { RunView } from '#shared/contract/index.ts'
import { useAnnounce } from '../app/announce.tsx'
import { useTexts } from '../texts/text-context.tsx'

/**
 * Says what is to be done now whenever that changes, and brings the focus there.
 *
 * While the program goes from act to act by itself the focus stays where it is; only the way there is said.
 */
export function useStepFocus(view: RunView | null, busy: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const { text } = useTexts()
  const announce = useAnnounce()
  const isRunning = view === null || view.running || busy
  const said = view === null ? null : sentenceOf(view, text)
  const place = view === null ? null : [view.place, view.act?.id, view.question?.line, view.trouble?.line, view.outcome].join(' ')
  const before = useRef<{ readonly said: string | null; readonly place: string | null }>({ said: null, place: null })

  useEffect(() => {
    if (said === null || said === before.current.said) return
    // Whoever has just come to the page hears its title first.
    if (before.current.said !== null) announce(said)
    before.current = { ...before.current, said }
  }, [said, announce])

  useEffect(() => {
    if (isRunning || place === before.current.place) return
    const isFirst = before.current.place === null
    before.current = { ...before.current, place }
    return isFirst ? undefined : focusOnceFree(heading)
  }, [isRunning, place])

  return heading
}

function sentenceOf(view: RunView, text: ReturnType<typeof useTexts>['text']): string {
  const { title, trouble, question, act, owner, outcome } = view
  const line = trouble?.line ?? question?.line ?? (outcome === 'open' ? act?.line : undefined)
  const who = owner === null || trouble !== null ? [] : [text(`rotation/acts/${owner}`)]
  return [title, ...who, ...(line === undefined ? [] : [line])].join('. ')
}

/** Focus that leaves a dialog before it is gone keeps the page behind it hidden from screen readers. Returns what calls it off. */
function focusOnceFree(heading: RefObject<HTMLElement | null>): () => void {
  let frame = requestAnimationFrame(look)
  function look() {
    if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) heading.current?.focus()
    else frame = requestAnimationFrame(look)
  }
  return () => cancelAnimationFrame(frame)
}
