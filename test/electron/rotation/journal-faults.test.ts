import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Journal } from '#electron/rotation/journal.ts'
import type { Appended } from '#electron/rotation/journal-writer.ts'
import { type Call, type FakeDisk, fakeDisk, PowerCut, type Remains } from './fake-disk.ts'
import { bytesOf, chainOf, ID, journalsOn, NAME, opened, PLAN, type Plan, type Step, step, type UnderTest } from './journals-under-test.ts'

const EVENTS = ['Dienst angehalten', 'Windows geändert', 'SQL Server geändert', 'Dienst gestartet'].map((type) =>
  step(type, 'ä'.repeat(40)),
)

/** What is certain when the power goes: the events whose append resolved, null where not even `create` did. */
interface Certain {
  resolved: number | null
}

/** Works through a rotation until the power goes; a cut may leave nothing that resolves afterwards. */
async function rotate({ journals }: UnderTest, certain: Certain): Promise<void> {
  try {
    const journal = opened(await journals.create(PLAN))
    certain.resolved = 0
    for (const event of EVENTS) {
      const appended = await journal.append(event)
      if (!appended.ok) throw new Error(`not appended: ${appended.reason}`)
      certain.resolved += 1
    }
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
  }
}

async function reopened({ disk, heads }: UnderTest): Promise<Journal<Plan, Step>> {
  // A new process: nobody holds the lock any more.
  return opened(await journalsOn(disk, heads).journals.open(NAME))
}

/** Every call of a rotation without a fault is a moment in which the power may go. */
async function callsOfRotation(): Promise<number> {
  const test = journalsOn(fakeDisk())
  await rotate(test, { resolved: null })
  return test.disk.calls.length
}

async function afterCut(count: number, at: 'before' | 'after', remains: Remains): Promise<{ test: UnderTest; resolved: number | null }> {
  const test = journalsOn(fakeDisk())
  const certain: Certain = { resolved: null }
  test.disk.cutAt = { count, at }
  await rotate(test, certain)
  test.disk.restart(remains)
  return { test, resolved: certain.resolved }
}

async function expectNothingLost(test: UnderTest, resolved: number | null): Promise<void> {
  const isThere = test.disk.listing().some((line) => line.startsWith(`${NAME} `))
  if (!isThere) {
    expect(resolved).toBeNull()
    return
  }
  const journal = await reopened(test)
  const events = journal.content.events.map(({ event }) => event)
  expect(events).toEqual(EVENTS.slice(0, events.length))
  expect(events.length).toBeGreaterThanOrEqual(resolved ?? 0)
  expect(events.length).toBeLessThanOrEqual((resolved ?? 0) + 1)
  if (resolved !== null) expect(journal.proof).toEqual({ state: 'proven' })
  expect(await journal.append(step('continued'))).toMatchObject({ ok: true, sequence: events.length + 1 })
  await journal.close()
  const again = await reopened(test)
  expect(again.content.events.map(({ event }) => event)).toEqual([...events, step('continued')])
  expect(again.proof).toEqual({ state: 'proven' })
}

describe('journal and a power cut', () => {
  it('lose no entry that was promised and gain at most one, at every moment and whatever remains', async () => {
    const calls = await callsOfRotation()
    expect(calls).toBeGreaterThan(30)
    for (let count = 0; count < calls; count += 1) {
      for (const at of ['before', 'after'] as const) {
        for (const share of [0, 0.01, 0.5, 0.99, 1]) {
          for (const [zeros, names] of [
            [false, true],
            [true, true],
            [true, false],
            [false, false],
          ] as const) {
            const { test, resolved } = await afterCut(count, at, { share, zeros, names })
            await expectNothingLost(test, resolved)
          }
        }
      }
    }
  })

  it('lose nothing either when the power goes again while the torn end is set aside', async () => {
    const calls = await callsOfRotation()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(calls - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        fc.nat(14),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (count, share, zeros, second, secondShare) => {
          const { test, resolved } = await afterCut(count, 'after', { share, zeros, names: true })
          if (resolved === null) return
          test.disk.cutAt = { count: test.disk.calls.length + second, at: 'after' }
          const journals = journalsOn(test.disk, test.heads).journals
          await journals.open(NAME).catch((error: unknown) => expect(error).toBeInstanceOf(PowerCut))
          test.disk.restart({ share: secondShare, zeros, names: true })
          await expectNothingLost(test, resolved)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('keep what was torn under another name and say which', async () => {
    const test = journalsOn(fakeDisk())
    const journal = opened(await test.journals.create(PLAN))
    await journal.append(step('one'))
    const whole = test.disk.seen(NAME)
    for (const torn of [Buffer.from('{"at":"2026'), Buffer.alloc(30)]) {
      test.disk.overwrite(NAME, Buffer.concat([whole, torn]))
      const again = await reopened(test)
      expect(again.setAside).toMatch(new RegExp(`^${NAME}\\.torn-20261120T101500Z(-2)?$`))
      expect(test.disk.seen(again.setAside ?? '')).toEqual(torn)
      expect(test.disk.seen(NAME)).toEqual(whole)
      expect(again.content.events).toHaveLength(1)
    }
    expect(test.disk.listing()).toHaveLength(3)
  })

  it('have what was torn in one of the two files at every moment of setting it aside', async () => {
    const torn = Buffer.from('{"at":"2027')
    for (let count = 0; count < 16; count += 1) {
      const test = journalsOn(fakeDisk())
      await opened(await test.journals.create(PLAN)).close()
      test.disk.overwrite(NAME, Buffer.concat([test.disk.seen(NAME), torn]))
      test.disk.cutAt = { count: test.disk.calls.length + count, at: 'after' }
      await test.journals.open(NAME).catch((error: unknown) => expect(error).toBeInstanceOf(PowerCut))
      test.disk.restart({ share: 0, zeros: false, names: false })
      const names = test.disk.listing().map((line) => line.split(' ')[0] ?? '')
      expect(names.filter((name) => test.disk.seen(name).includes(torn)).length, `cut at call ${count}`).toBeGreaterThan(0)
    }
  })

  it('lose nothing when first the process ends, then goes on from what it sees, and then the power goes', async () => {
    const calls = await callsOfRotation()
    for (let count = 0; count < calls; count += 1) {
      const test = journalsOn(fakeDisk())
      test.disk.cutAt = { count, at: 'before' }
      await rotate(test, { resolved: null })
      test.disk.nextProcess()
      if (!test.disk.listing().some((line) => line.startsWith(`${NAME} `))) continue
      const seen = (await reopened(test)).content.events
      test.disk.restart({ share: 0, zeros: false, names: false })
      expect((await reopened(test)).content.events, `ended at call ${count}`).toEqual(seen)
    }
  })

  it('does not believe what a system shows after a flush that failed', async () => {
    const test = journalsOn(fakeDisk())
    const journal = opened(await test.journals.create(PLAN))
    failOnce(test.disk, 'sync', 'EIO', 'half')
    expect(await journal.append(step('one'))).toEqual({ ok: false, onDisk: 'unknown', reason: 'not-synced', code: 'EIO' })
    const again = await reopened(test)
    expect(again.content.events).toHaveLength(1)
    expect(await again.append(step('two'))).toMatchObject({ ok: true })
    test.disk.restart({ share: 0, zeros: false, names: false })
    expect((await reopened(test)).content.events.map(({ event }) => event.type)).toEqual(['one', 'two'])
  })
})

function failOnce(disk: FakeDisk, call: Call, code: string, at: 'before' | 'half' | 'after'): void {
  let isOver = false
  disk.fault = (name) => {
    if (isOver || name !== call) return null
    isOver = true
    return { code, at }
  }
}

type Failed = Extract<Appended, { readonly ok: false }>

describe('journal and a system that refuses', () => {
  const failures: readonly {
    call: Call
    code: string
    at: 'before' | 'half' | 'after'
    onDisk: Failed['onDisk']
    reason: Failed['reason']
    found: number
  }[] = [
    { call: 'write', code: 'ENOSPC', at: 'before', onDisk: 'unknown', reason: 'not-written', found: 1 },
    { call: 'write', code: 'ENOSPC', at: 'half', onDisk: 'unknown', reason: 'not-written', found: 1 },
    { call: 'write', code: 'EIO', at: 'after', onDisk: 'unknown', reason: 'not-written', found: 2 },
    { call: 'sync', code: 'EIO', at: 'before', onDisk: 'unknown', reason: 'not-synced', found: 2 },
    { call: 'sync', code: 'EDQUOT', at: 'after', onDisk: 'unknown', reason: 'not-synced', found: 2 },
    { call: 'identify', code: 'EACCES', at: 'before', onDisk: 'no', reason: 'not-examined', found: 1 },
    { call: 'identity', code: 'EIO', at: 'before', onDisk: 'no', reason: 'not-examined', found: 1 },
  ]

  it.each(failures)('says of $code $at $call what is known, and takes nothing more before it was opened again', async (failure) => {
    const { call, code, at, onDisk, reason, found } = failure
    const test = journalsOn(fakeDisk())
    const journal = opened(await test.journals.create(PLAN))
    await journal.append(step('one'))
    failOnce(test.disk, call, code, at)
    expect(await journal.append(step('two'))).toEqual({ ok: false, onDisk, reason, code })
    expect(await journal.append(step('three'))).toEqual({ ok: false, onDisk: 'no', reason: 'closed', code: '' })
    const again = opened(await test.journals.open(NAME))
    expect(again.content.events.map(({ event }) => event.type)).toEqual(['one', 'two'].slice(0, found))
    expect(again.proof).toEqual({ state: 'proven' })
    expect(again.setAside === null).toBe(at !== 'half')
    expect(await again.append(step('next'))).toMatchObject({ ok: true, sequence: found + 1 })
  })

  it('notices before it writes that the file is gone', async () => {
    const test = journalsOn(fakeDisk())
    const journal = opened(await test.journals.create(PLAN))
    test.disk.remove(NAME)
    expect(await journal.append(step('one'))).toEqual({ ok: false, onDisk: 'no', reason: 'file-gone', code: '' })
    expect(await test.journals.open(NAME)).toEqual({ state: 'refused', refusal: { kind: 'not-there' } })
  })

  it('notices that another file has taken its name, or that the file went away while it wrote', async () => {
    const test = journalsOn(fakeDisk())
    const journal = opened(await test.journals.create(PLAN))
    await journal.append(step('one'))
    test.disk.fault = (call) => {
      if (call === 'sync') test.disk.remove(NAME)
      return null
    }
    expect(await journal.append(step('two'))).toEqual({ ok: false, onDisk: 'unknown', reason: 'file-gone', code: '' })
  })

  it('writes nothing behind what somebody else wrote', async () => {
    const test = journalsOn(fakeDisk())
    const journal = opened(await test.journals.create(PLAN))
    const foreign = bytesOf(chainOf([['event', step('foreign')]]))
    test.disk.overwrite(NAME, foreign)
    expect(await journal.append(step('one'))).toEqual({ ok: false, onDisk: 'no', reason: 'file-changed', code: '' })
    expect(test.disk.seen(NAME)).toEqual(foreign)
  })

  it('does not open a journal that grew while it was read', async () => {
    const test = journalsOn(fakeDisk())
    await opened(await test.journals.create(PLAN)).close()
    test.disk.fault = (call) => {
      if (call === 'open') test.disk.overwrite(NAME, bytesOf(chainOf([['event', step('foreign')]])))
      return null
    }
    expect(await test.journals.open(NAME)).toEqual({ state: 'refused', refusal: { kind: 'changed' } })
  })

  it.each(['create', 'write', 'sync', 'rename', 'flushFolder'] as const)(
    'refuses to begin where %s fails, and leaves no half of a journal',
    async (call) => {
      const test = journalsOn(fakeDisk())
      failOnce(test.disk, call, 'EROFS', 'before')
      expect(await test.journals.create(PLAN)).toEqual({ state: 'refused', refusal: { kind: 'not-written', code: 'EROFS' } })
      const listing = await test.journals.unfinished()
      // Only where nothing but the flush of the name failed there is a journal, and it is whole.
      expect(listing).toMatchObject({ journals: call === 'flushFolder' ? [{ name: NAME, obstacle: null }] : [] })
    },
  )

  it.each(['create', 'write', 'sync', 'shorten', 'rewrite', 'open'] as const)(
    'leaves a torn journal as it is where %s fails',
    async (call) => {
      const test = journalsOn(fakeDisk())
      const journal = opened(await test.journals.create(PLAN))
      await journal.append(step('one'))
      await journal.close()
      test.disk.overwrite(NAME, Buffer.concat([test.disk.seen(NAME), Buffer.from('{"at')]))
      failOnce(test.disk, call, 'EACCES', 'before')
      expect(await test.journals.open(NAME)).toEqual({ state: 'refused', refusal: { kind: 'not-written', code: 'EACCES' } })
      const again = opened(await test.journals.open(NAME))
      expect(again.content.events).toHaveLength(1)
    },
  )

  it('names a file that cannot be read, in the list too', async () => {
    const test = journalsOn(fakeDisk())
    await opened(await test.journals.create(PLAN)).close()
    const refusal = { kind: 'not-read', code: 'EIO' }
    for (const act of [() => test.journals.open(NAME), () => test.journals.view(NAME)]) {
      failOnce(test.disk, 'read', 'EIO', 'before')
      expect(await act()).toEqual({ state: 'refused', refusal })
    }
    failOnce(test.disk, 'read', 'EIO', 'before')
    expect(await test.journals.unfinished()).toMatchObject({ journals: [{ name: NAME, startedAt: null, obstacle: refusal }] })
    failOnce(test.disk, 'names', 'EACCES', 'before')
    expect(await test.journals.unfinished()).toEqual({ state: 'refused', refusal: { kind: 'not-read', code: 'EACCES' } })
  })

  it('keeps the head of an entry whose fate is unknown where it was, until the file was read again', async () => {
    const test = journalsOn(fakeDisk())
    const journal = opened(await test.journals.create(PLAN))
    failOnce(test.disk, 'sync', 'EIO', 'before')
    await journal.append(step('one'))
    expect(test.heads.kept.get(ID)?.sequence).toBe(0)
    opened(await test.journals.open(NAME))
    expect(test.heads.kept.get(ID)?.sequence).toBe(1)
  })
})
