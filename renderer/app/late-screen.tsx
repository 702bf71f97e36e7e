import { type ComponentType, lazy, useState } from 'react'

/** A screen whose code is fetched when it is wanted first. */
export interface LateScreen<Props extends object> {
  readonly Screen: ComponentType<Props>
  /** fetches the code; resolves when the screen can be shown at once */
  readonly fetch: () => Promise<unknown>
}

/**
 * Puts off loading a screen.
 *
 * Once its code is there it is shown without a moment of "loading": React keeps such a moment on the page for 0.3 seconds, however short
 * the wait was.
 */
export function lateScreen<Props extends object>(load: () => Promise<ComponentType<Props>>): LateScreen<Props> {
  let loaded: ComponentType<Props> | undefined
  const fetch = async (): Promise<ComponentType<Props>> => {
    loaded ??= await load()
    return loaded
  }
  const Waiting: ComponentType<Props> = lazy(async () => ({ default: await fetch() }))
  function Screen(props: Props) {
    // Chosen once: another component in its place would begin anew and forget what was typed.
    const [Chosen] = useState(() => ({ component: loaded ?? Waiting }))
    return <Chosen.component {...props} />
  }
  return { Screen, fetch }
}
