import type { CoreClient } from '#renderer/client/core-client.ts'
import type { HandOverEvent, HandOverWays } from '#shared/contract/index.ts'
import type { Noted } from './fake-core.ts'

type Group = CoreClient['handOver']

/** How a fake core hands secrets over; what is absent is as on a quiet Windows server. */
export interface FakeHandOverParts {
  /** what can be done, at each look; the last one stays */
  readonly ways?: readonly HandOverWays[]
  readonly give?: (signal: AbortSignal | undefined) => AsyncGenerator<HandOverEvent, void, void>
  /** what a person has to know when everything was taken back */
  readonly endLine?: string
}

/** The ways of a stored password on a quiet server: nobody knows which program it goes to. */
export const quietWays: Extract<HandOverWays, { kind: 'here' }> = {
  kind: 'here',
  chosen: 'clipboard',
  line: 'It goes to the clipboard.',
  advice: null,
  open: [
    { way: 'clipboard', line: 'It goes to the clipboard.' },
    { way: 'protected-window', line: 'It is shown in a window.' },
  ],
  closed: [{ way: 'into-field', reason: 'Nobody knows the program.' }],
  whenPaused: null,
}

async function* emptied(): AsyncGenerator<HandOverEvent, void, void> {
  yield { kind: 'step', line: 'Paste it now.', clearsAfterMs: 20_000 }
  yield { kind: 'end', outcome: 'done', line: 'The clipboard was emptied.', next: null }
}

export function fakeHandOver(parts: FakeHandOverParts, noted: Noted): { readonly [Name in keyof Group]: Group[Name] } {
  const looks = [...(parts.ways ?? [quietWays])]
  return {
    ways: noted('handOver.ways', () => (looks.length > 1 ? looks.shift() : looks[0]) ?? quietWays),
    give: noted('handOver.give', async (_input, options?: { readonly signal?: AbortSignal | undefined }) => {
      const events = parts.give ?? emptied
      // As with a scan: the client's own iterator has a private part.
      return events(options?.signal) as unknown as Awaited<ReturnType<Group['give']>>
    }),
    end: noted('handOver.end', () => ({ line: parts.endLine ?? null })),
  }
}
