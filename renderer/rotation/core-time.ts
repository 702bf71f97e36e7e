import { useEffect, useMemo, useState } from 'react'

const SECOND_MS = 1_000

/** The core's clock by the time that a view brought, in milliseconds since 1970; while `ticks` it goes on each second. */
export function useCoreTime(view: { readonly now: string }, ticks = true): number {
  const began = useMemo(() => ({ core: Date.parse(view.now), own: performance.now() }), [view])
  const [own, setOwn] = useState(began.own)
  useEffect(() => {
    if (!ticks) return
    const timer = setInterval(() => setOwn(performance.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [ticks])
  return began.core + Math.max(0, own - began.own)
}

/** Minutes and seconds, with hours where there are any: `4:09`, `1:04:09`. */
export function clockFace(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / SECOND_MS))
  const twoDigits = (value: number): string => String(value % 60).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes}:${twoDigits(seconds)}` : `${hours}:${twoDigits(minutes)}:${twoDigits(seconds)}`
}
