import { AsyncIteratorClass } from '@orpc/server'

/** Work that tells its steps; it ends early when the signal is aborted. */
export type TellingWork<Event> = (tell: (event: Event) => void, signal: AbortSignal) => Promise<void>

/**
 * The steps of a work as a stream, each kept until it is taken.
 *
 * Whoever stops listening, or aborts the call, aborts the work at once, even while the next step is awaited. What the work throws ends
 * the stream.
 */
export function eventStream<Event>(work: TellingWork<Event>, caller: AbortSignal | undefined): AsyncIteratorClass<Event, void, void> {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  const events: Event[] = []
  let ended: { readonly error: unknown } | 'well' | null = null
  let news = Promise.withResolvers<void>()
  const tellNews = (): void => {
    news.resolve()
    news = Promise.withResolvers<void>()
  }
  if (caller?.aborted === true) abort()
  caller?.addEventListener('abort', abort, { once: true })
  work((event) => {
    events.push(event)
    tellNews()
  }, controller.signal)
    .then(
      () => {
        ended = 'well'
      },
      (error: unknown) => {
        ended = { error }
      },
    )
    .finally(() => {
      caller?.removeEventListener('abort', abort)
      tellNews()
    })
  const next = async (): Promise<IteratorResult<Event, void>> => {
    for (;;) {
      const event = events.shift()
      if (event !== undefined) return { done: false, value: event }
      if (ended === 'well') return { done: true, value: undefined }
      if (ended !== null) throw ended.error
      await news.promise
    }
  }
  return new AsyncIteratorClass<Event, void, void>(next, async (reason) => {
    if (reason !== 'next') abort()
  })
}
