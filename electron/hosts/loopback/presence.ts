/** Tells when nobody looks at the app any more. */
export interface Presence {
  came(): void
  left(): void
  stop(): void
}

export interface PresenceOptions {
  /** how long the first page may take */
  readonly firstMs: number
  /** how long every page may be gone */
  readonly goneMs: number
  readonly onAlone: (because: 'never-opened' | 'page-gone') => void
}

export function createPresence({ firstMs, goneMs, onAlone }: PresenceOptions): Presence {
  let pages = 0
  let isStopped = false
  let timer = setTimeout(onAlone, firstMs, 'never-opened')
  return {
    came: () => {
      pages += 1
      clearTimeout(timer)
    },
    left: () => {
      pages -= 1
      // The last pages leave because the host stops: another timer would keep the process.
      if (pages > 0 || isStopped) return
      clearTimeout(timer)
      timer = setTimeout(onAlone, goneMs, 'page-gone')
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
