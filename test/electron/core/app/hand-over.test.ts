import { describe, expect, it } from 'vitest'

import type { AppPorts } from '#electron/core/app/index.ts'
import { createHandOverDesk, type DrawOutcome } from '#electron/rotation/hand-over/desk.ts'
import type { Surroundings } from '#electron/rotation/hand-over/surroundings.ts'
import { openHeldVault } from '#electron/vault/open-vault.ts'
import type { HandOverEvent, Language, SecretRef } from '#shared/contract/index.ts'
import { type ClipboardState, clipboardOver } from '../../rotation/hand-over/clipboard-under-test.ts'
import { typingWorld } from '../../rotation/hand-over/typing-under-test.ts'
import { good } from '../../vault/made-vault.ts'
import { apps } from './client.ts'

const open = apps()
const SECRET = 'Kanarie.5519'
const LOCAL: Surroundings = {
  host: 'desktop',
  display: 'local',
  clipboard: 'local',
  remoteTools: [],
  field: 'possible',
  protectedWindow: 'not-tried',
  sharePaused: false,
}

type Way = 'into-field' | 'clipboard' | 'protected-window'
const NOBODY = () => 'drawn' as const

/** An app over a vault with one password and a desk whose clock, surroundings and window a test moves. */
async function openWith(changes: Partial<AppPorts> = {}, around: Partial<Surroundings> = {}) {
  const vault = openHeldVault(() => new Date(0))
  const generation = await good(vault.stage({ server: 'ERP01', login: 'windows:ERP01\\erpsync' }, SECRET))
  const alarms: (() => void)[] = []
  const clipboard: ClipboardState = { clipboard: '', busy: 0 }
  const world = {
    around: { ...LOCAL, ...around },
    drawn: [] as string[],
    closed: 0,
    draw: NOBODY as () => 'drawn' | Extract<DrawOutcome, { kind: 'refused' }>['reason'] | Promise<DrawOutcome>,
  }
  const { ports: typing, typed } = typingWorld()
  const desk = createHandOverDesk({
    typing,
    surroundings: () => world.around,
    clipboard: {
      clipboard: clipboardOver(clipboard),
      randomBytes: (count) => new Uint8Array(count),
      later: (_durationMs, run) => {
        alarms.push(run)
        return () => void alarms.splice(0, alarms.length, ...alarms.filter((one) => one !== run))
      },
    },
    window: {
      draw: async (text, isSharePaused) => {
        const outcome = world.draw()
        if (outcome === 'drawn') world.drawn.push(`${text}${isSharePaused ? ' paused' : ''}`)
        if (outcome === 'drawn') return { kind: 'drawn' }
        return typeof outcome === 'string' ? { kind: 'refused', reason: outcome } : await outcome
      },
      close: () => {
        world.closed += 1
      },
    },
  })
  const { client } = open({ vault: async () => vault, handOverDesk: async () => desk, ...changes })
  const secret: SecretRef = { kind: 'stored', generation }
  const begin = (way: Way, how: { language?: Language; sharePaused?: boolean; secret?: SecretRef; signal?: AbortSignal } = {}) =>
    client.handOver.give(
      { language: how.language ?? 'en', secret: how.secret ?? secret, way, sharePaused: how.sharePaused ?? false },
      how.signal === undefined ? {} : { signal: how.signal },
    )
  const give = async (...asked: Parameters<typeof begin>): Promise<readonly HandOverEvent[]> => {
    const told: HandOverEvent[] = []
    for await (const event of await begin(...asked)) told.push(event)
    return told
  }
  const ways = (language: Language = 'en') => client.handOver.ways({ language, secret })
  // The desk's own time limit was put off first.
  const ring = (): void => alarms.pop()?.()
  return { client, vault, secret, world, clipboard, typed, begin, give, ways, ring }
}

const onClipboard = 'The password is on the clipboard. Paste it now.'

describe('handing a stored password over', () => {
  it('offers the clipboard first and the protected window beside it, and types into no program', async () => {
    const { ways } = await openWith()
    expect(await ways()).toEqual({
      kind: 'here',
      chosen: 'clipboard',
      line: expect.stringMatching(/^The password is put on the clipboard for 20 seconds/),
      advice: null,
      open: [
        { way: 'clipboard', line: expect.stringContaining('20 seconds') },
        { way: 'protected-window', line: expect.stringContaining('small window') },
      ],
      closed: [{ way: 'into-field', reason: expect.stringContaining('which program your password manager is') }],
      whenPaused: null,
    })
    expect(await ways('de')).toMatchObject({ line: expect.stringMatching(/^Das Passwort liegt 20 Sekunden/), closed: [{}] })
  })

  it('advises to turn remote control off while a tool runs, and keeps the clipboard from it', async () => {
    const { ways, give, clipboard } = await openWith({}, { clipboard: 'remote-tool', remoteTools: ['TeamViewer'] })
    expect(await ways()).toMatchObject({ chosen: 'protected-window', advice: expect.stringMatching(/give up the control/) })
    expect(await give('clipboard')).toEqual([
      { kind: 'end', outcome: 'refused', line: expect.stringContaining('remote-access tool runs'), next: null },
    ])
    expect(clipboard.clipboard).toBe('')
  })

  it('says what to do where no way is open', async () => {
    const { ways, give } = await openWith({}, { display: 'remote-session', clipboard: 'remote-session' })
    expect(await ways()).toMatchObject({ chosen: null, open: [], line: expect.stringMatching(/^Pause the screen share/), whenPaused: null })
    expect(await give('protected-window', { language: 'de', sharePaused: true })).toEqual([
      expect.objectContaining({ line: expect.stringContaining('Remotesitzung'), next: expect.stringContaining('Bildschirmfreigabe an') }),
    ])
  })

  it('types nothing into a program that nobody knows', async () => {
    const { give, typed } = await openWith()
    expect(await give('into-field')).toMatchObject([{ outcome: 'refused', line: expect.stringContaining('password manager') }])
    expect(typed).toEqual([])
  })

  it.each([
    { how: 'emptied', meanwhile: undefined, outcome: 'done', line: 'The clipboard was emptied.' },
    { how: 'replaced', meanwhile: 'a price list', outcome: 'done', line: 'Something else was copied meanwhile, and was left there.' },
  ])('goes to the clipboard until it is $how', async ({ meanwhile, outcome, line }) => {
    const { begin, clipboard, ring } = await openWith()
    const events = await begin('clipboard')
    expect((await events.next()).value).toEqual({ kind: 'step', line: onClipboard, clearsAfterMs: 20_000 })
    expect(clipboard.clipboard).toBe(SECRET)
    if (meanwhile !== undefined) clipboard.clipboard = meanwhile
    ring()
    expect((await events.next()).value).toEqual({ kind: 'end', outcome, line, next: null })
    expect(await events.next()).toMatchObject({ done: true })
    expect(clipboard.clipboard).toBe(meanwhile ?? '')
  })

  it('warns where the password stays on the clipboard, also whoever has left', async () => {
    const { begin, clipboard, ring, client } = await openWith()
    const events = await begin('clipboard')
    await events.next()
    clipboard.busy = 1000
    const ended = client.handOver.end({ language: 'de' })
    await new Promise(setImmediate)
    for (let second = 0; second < 30; second += 1) ring()
    expect(await ended).toEqual({ line: 'Das Passwort liegt noch in der Zwischenablage: Kopieren Sie jetzt irgendeinen anderen Text.' })
    expect((await events.next()).value).toMatchObject({ kind: 'end', outcome: 'warning', line: expect.stringContaining('still on') })
  })

  it('says that another program holds the clipboard', async () => {
    const { give, clipboard } = await openWith()
    clipboard.busy = 1
    expect(await give('clipboard')).toMatchObject([{ outcome: 'refused', line: 'Another program holds the clipboard. Try again.' }])
  })

  it('shows it in the protected window, and says when it is gone', async () => {
    const { give, world } = await openWith()
    expect(await give('protected-window')).toMatchObject([
      { kind: 'step', line: expect.stringMatching(/tested first/), clearsAfterMs: null },
      { kind: 'end', outcome: 'done', line: 'The password was shown and is off the screen again.' },
    ])
    expect(world.drawn).toEqual([SECRET])
  })

  it.each([
    'protected-window-seen',
    'no-affinity',
    'nothing-captured',
    'ordinary-window-not-seen',
    'protected-window-not-painted',
  ] as const)('closes the window after a test that failed (%s), until the share is paused or it is all over', async (reason) => {
    const { give, ways, world, client } = await openWith()
    world.draw = () => reason
    expect((await give('protected-window')).at(-1)).toMatchObject({ outcome: 'refused', line: expect.stringMatching(/shown\.|aside/) })
    expect(await ways()).toMatchObject({
      open: [{ way: 'clipboard' }],
      closed: [{ way: 'into-field' }, { way: 'protected-window', reason: expect.stringContaining('could not be proven') }],
      whenPaused: { way: 'protected-window', line: expect.stringContaining('leave the share paused') },
    })
    expect(await give('protected-window')).toMatchObject([{ outcome: 'refused', line: expect.stringContaining('could not be proven') }])
    world.draw = NOBODY
    expect((await give('protected-window', { sharePaused: true })).at(-1)).toMatchObject({ outcome: 'done' })
    expect(world.drawn).toEqual([`${SECRET} paused`])
    await client.handOver.end({ language: 'en' })
    expect(await ways()).toMatchObject({ whenPaused: null, closed: [{ way: 'into-field' }] })
  })

  it.each(['display-remote-session', 'no-main-window', 'closed'] as const)('leaves the window open after %s', async (reason) => {
    const { give, ways, world } = await openWith()
    world.draw = () => reason
    expect((await give('protected-window', { language: 'de' })).at(-1)).toMatchObject({ outcome: 'refused', line: expect.any(String) })
    expect(await ways()).toMatchObject({ open: [{ way: 'clipboard' }, { way: 'protected-window' }] })
  })

  it.each(['abort', 'return', 'end'] as const)('takes everything back when the stream ends (%s)', async (how) => {
    const { begin, clipboard, world, client } = await openWith()
    const controller = new AbortController()
    const events = await begin('clipboard', { signal: controller.signal })
    await events.next()
    expect(clipboard.clipboard).toBe(SECRET)
    if (how === 'abort') controller.abort()
    else if (how === 'return') await events.return?.(undefined)
    else expect(await client.handOver.end({ language: 'en' })).toEqual({ line: null })
    await expect.poll(() => [clipboard.clipboard, world.closed]).toEqual(['', 1])
    const again = await begin('clipboard')
    expect((await again.next()).value).toMatchObject({ kind: 'step' })
    await again.return?.(undefined)
  })

  it('hands one secret over at a time', async () => {
    const { begin, give, vault, clipboard } = await openWith()
    const other = await good(vault.stage({ server: 'ERP01', login: 'sql-server:x/y' }, 'another'))
    const events = await begin('clipboard')
    await events.next()
    expect(await give('clipboard', { secret: { kind: 'stored', generation: other } })).toMatchObject([
      { outcome: 'refused', line: 'Another password is being handed over. Take that one back first.' },
    ])
    expect(clipboard.clipboard).toBe(SECRET)
    await events.return?.(undefined)
  })

  it.each([
    { name: 'an entry that is gone', password: null, line: /./ },
    { name: 'a control character', password: 'a\nb', line: /control character/ },
    { name: 'a text that is too long', password: 'x'.repeat(257), line: /longer than any password/ },
  ])('refuses $name in words', async ({ password, line }) => {
    const { give, vault } = await openWith()
    const owner = { server: 'ERP01', login: 'windows:other' }
    const generation = password === null ? 'gone' : await good(vault.stage(owner, password))
    const told = await give('clipboard', { secret: { kind: 'stored', generation } })
    expect(told).toMatchObject([{ kind: 'end', outcome: 'refused', line: expect.stringMatching(line) }])
  })

  it.each([
    { name: 'the browser', changes: { host: 'loopback' }, line: /never sent to a browser/, next: /desktop app on this server/ },
    { name: 'another system', changes: { handOverDesk: null }, line: /on Windows only/, next: /Nothing is typed, copied or shown here/ },
  ] as const)('says why not and where in $name, and does nothing', async ({ changes, line, next }) => {
    const { ways, give, clipboard, typed, world } = await openWith(changes)
    expect(await ways()).toEqual({ kind: 'elsewhere', line: expect.stringMatching(line), next: expect.stringMatching(next) })
    for (const way of ['into-field', 'clipboard', 'protected-window'] as const) {
      expect(await give(way, { sharePaused: true })).toMatchObject([{ kind: 'end', outcome: 'refused', line: expect.stringMatching(line) }])
    }
    expect([clipboard.clipboard, typed, world.drawn]).toEqual(['', [], []])
  })
})
