import { useEffect, useState } from 'react'

/** How long a made or typed password stays in the page: long enough to put it where it belongs. */
export const SECRET_LIMIT_MS = 60_000

interface PassingSecret {
  /** null: none was made, or it is gone */
  readonly secret: string | null
  /** whether there was one whose time is over */
  readonly isOver: boolean
  readonly keep: (secret: string) => void
}

/** A secret that goes by itself: when its time is over, and with the component. It is in memory only; whoever shows it draws it. */
export function usePassingSecret(): PassingSecret {
  const [state, setState] = useState<{ readonly secret: string | null; readonly isOver: boolean }>({ secret: null, isOver: false })
  useEffect(() => {
    if (state.secret === null) return
    const timer = setTimeout(() => setState({ secret: null, isOver: true }), SECRET_LIMIT_MS)
    return () => clearTimeout(timer)
  }, [state])
  return { ...state, keep: (secret) => setState({ secret, isOver: false }) }
}
