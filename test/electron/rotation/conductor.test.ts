import { describe, expect, it } from 'vitest'
import { failed } from '#electron/rotation/hands.ts'
import type { Appended } from '#electron/rotation/journal-writer.ts'
import { KeeperFailed } from '#electron/rotation/secret-hands.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import { erpLogin, rotationPlan, rotationPlans, sqlLogin, windowsLogin } from '../../support/rotation-plans.ts'
import { conducted, kept, SAID, until } from './conducted.ts'

const WINDOWS = 'windows:ERP01\\erpsync'
const locked = { kind: 'locked' } as const
const headNotKept: Appended = { ok: false, onDisk: 'no', reason: 'head-not-kept', problem: locked }

const lastOf = (written: readonly RotationEvent[]): RotationEvent | undefined => written.at(-1)

describe('conductor', () => {
  it('writes down that an act begins, has it done, and writes down what came of it, in this order', async () => {
    const run = conducted()
    const id = await until(run, 'generate')
    expect(await run.conductor.act(id, SAID)).toEqual({ kind: 'moved' })
    expect(run.log).toEqual(['act-started', 'hands: generate', 'generated'])
    expect(lastOf(run.written)).toMatchObject({ login: WINDOWS, generation: 1, storedIn: 'keychain', grade: 'best', entry: null })
  })

  it('writes down of a person’s act alone what came of it', async () => {
    const run = conducted()
    const id = await until(run, 'join-call')
    await run.conductor.act(id, SAID)
    expect(run.log).toEqual(['hands: join-call', 'call-joined'])
  })

  it('does no act but the one that is next, and that one once', async () => {
    const run = conducted()
    const id = await until(run, 'generate')
    expect(await run.conductor.act('finish', SAID)).toEqual({ kind: 'stale' })
    const both = await Promise.all([run.conductor.act(id, SAID), run.conductor.act(id, SAID)])
    expect(both).toEqual([{ kind: 'moved' }, { kind: 'stale' }])
    expect(run.log).toEqual(['act-started', 'hands: generate', 'generated'])
  })

  it.each([
    { name: 'a moment before its time', earlyMs: 1, kind: 'waits' },
    { name: 'at its time', earlyMs: 0, kind: 'moved' },
  ])('deletes an old password $name: $kind', async ({ earlyMs, kind }) => {
    const run = conducted()
    const id = await until(run, 'delete-old-generation')
    const notBefore = run.conductor.state().intent?.notBefore ?? ''
    run.clock.nowMs = Date.parse(notBefore) - earlyMs
    const turn = await run.conductor.act(id, SAID)
    expect(turn).toEqual(kind === 'waits' ? { kind, until: notBefore } : { kind })
    expect(run.log.includes('hands: delete-old-generation')).toBe(kind === 'moved')
  })

  it('watches until the time is over, also where a timer is early', async () => {
    const run = conducted({ passes: (durationMs) => Math.ceil(durationMs * 0.9) })
    const id = await until(run, 'watch')
    const beganMs = run.clock.nowMs
    expect(await run.conductor.act(id, SAID)).toEqual({ kind: 'moved' })
    expect(run.log).toEqual(['act-started', 'hands: watch', 'watched'])
    expect(run.clock.nowMs - beganMs).toBe(10 * 60_000)
  })

  it('takes an act that lasts too long for one that may have happened, and asks', async () => {
    const run = conducted()
    const id = await until(run, 'stop-service')
    let ended: AbortSignal | undefined
    run.handsDo.set('stop-service', async (signal) => {
      ended = signal
      run.timeIsOver()
      return await new Promise(() => undefined)
    })
    expect(await run.conductor.act(id, SAID)).toEqual({ kind: 'moved' })
    expect(run.log).toEqual(['service-stopping', 'hands: stop-service', 'act-failed', 'asked: service', 'world-asked'])
    expect(run.written).toContainEqual(expect.objectContaining({ type: 'act-failed', act: id, code: 'time-out', outcome: 'unknown' }))
    expect(ended?.aborted).toBe(true)
    expect(run.conductor.state()).toMatchObject({ hands: 'deciding', trouble: { reason: 'act-failed', code: 'time-out' } })
  })

  it('lets a person take the time that they take', async () => {
    const run = conducted()
    const id = await until(run, 'join-call')
    const turn = run.conductor.act(id, SAID)
    run.timeIsOver()
    expect(await turn).toEqual({ kind: 'moved' })
    expect(lastOf(run.written)?.type).toBe('call-joined')
  })

  it('takes an act that threw for one that may have happened, and notes down what it threw', async () => {
    const run = conducted()
    const id = await until(run, 'generate')
    const thrown = new Error('hunter2')
    run.handsDo.set('generate', async () => {
      throw thrown
    })
    expect(await run.conductor.act(id, SAID)).toEqual({ kind: 'moved' })
    expect(run.log).toEqual(['act-started', 'hands: generate', 'act-failed', 'asked: secret', 'world-asked'])
    expect(run.faults).toEqual([thrown])
    expect(JSON.stringify(run.written)).not.toContain('hunter2')
  })

  it.each([
    {
      name: 'a failure of another act',
      says: failed({ type: 'act-failed', act: 'finish', code: '5', outcome: 'not-done' }),
      journal: new Map<string, null>(),
    },
    {
      name: 'what the journal does not take',
      says: failed({ type: 'password-refused', login: WINDOWS, generation: 1, code: 'x'.repeat(300) }),
      journal: new Map([['password-refused', null]]),
    },
  ])('goes on where the hands say $name', async ({ says, journal }) => {
    const run = conducted()
    const id = await until(run, 'change-password')
    for (const [type, nothing] of journal) run.journalSays.set(type, nothing)
    run.handsDo.set('change-password', async () => says)
    expect(await run.conductor.act(id, SAID)).toEqual({ kind: 'moved' })
    expect(run.faults).toHaveLength(1)
    expect(run.written).toContainEqual(expect.objectContaining({ type: 'act-failed', act: id, code: 'fault', outcome: 'unknown' }))
    expect(run.conductor.state().hands).toBe('deciding')
  })

  it.each([
    { act: 'confirm-entered', log: ['act-failed'], reason: 'act-failed' },
    { act: 'vendor-confirm', log: ['watch-failed'], reason: 'watch-failed' },
  ] as const)('takes a person’s word that $act did not work', async ({ act, log, reason }) => {
    const run = conducted()
    const id = await until(run, act)
    expect(await run.conductor.notDone(id)).toEqual({ kind: 'moved' })
    expect(run.log).toEqual(log)
    expect(run.conductor.state().trouble).toMatchObject({ reason, code: 'told-by-person' })
  })

  it('writes down the beginning, too, of a change that a person made in vain', async () => {
    const run = conducted({
      plan: rotationPlan({ logins: [erpLogin()], services: [], stopOrder: [], startOrder: [], pause: 'not-wanted' }),
    })
    const id = await until(run, 'change-password')
    expect(await run.conductor.notDone(id)).toEqual({ kind: 'moved' })
    expect(run.log).toEqual(['password-changing', 'act-failed'])
    expect(await run.conductor.decide('retry-chosen')).toEqual({ kind: 'moved' })
    const verify = await until(run, 'verify-login')
    await run.conductor.notDone(verify)
    expect(lastOf(run.written)).toMatchObject({ type: 'verification-failed', holder: null, proves: 'nothing' })
  })

  it('takes nobody’s word on an act of its own', async () => {
    const run = conducted()
    const id = await until(run, 'generate')
    expect(await run.conductor.notDone(id)).toEqual({ kind: 'stale' })
    expect(await run.conductor.notDone('join-call')).toEqual({ kind: 'stale' })
    expect(run.log).toEqual([])
  })

  it('takes an answer and a decision only where they are asked for', async () => {
    const run = conducted()
    await until(run, 'generate')
    const { conductor } = run
    expect(await conductor.answer({ about: 'secret', login: WINDOWS, generation: 1, present: true })).toEqual({ kind: 'stale' })
    expect(await conductor.decide('retry-chosen')).toEqual({ kind: 'stale' })
    expect(await conductor.finishProvisionally()).toEqual({ kind: 'stale' })
    expect(run.log).toEqual([])
    await until(run, 'verify-holder')
    expect(await conductor.decide('renewal-chosen')).toEqual({ kind: 'moved' })
    expect(lastOf(run.written)).toMatchObject({ logins: [erpLogin().key, sqlLogin().key, windowsLogin().key] })
  })

  it('closes with what is left for after the call, while the session remains', async () => {
    const run = conducted()
    const id = await until(run, 'end-call')
    await run.conductor.act(id, { by: null, session: 'remains' })
    expect(await run.conductor.finishProvisionally()).toEqual({ kind: 'moved' })
    expect(run.conductor.state()).toMatchObject({ outcome: 'provisional', intent: { act: 'end-call' } })
  })

  it('lets the journal go when the turn that goes on is over', async () => {
    const run = conducted()
    const id = await until(run, 'generate')
    await Promise.all([run.conductor.act(id, SAID), run.conductor.close()])
    expect(run.log).toEqual(['act-started', 'hands: generate', 'generated', 'closed'])
  })

  it('never writes a time before the last one, whatever the clock says', async () => {
    const run = conducted()
    await until(run, 'generate')
    run.clock.nowMs -= 24 * 3_600_000
    await until(run, 'join-call')
    const times = run.written.map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
  })
})

describe('conductor whose journal takes nothing', () => {
  const notSynced: Appended = { ok: false, onDisk: 'unknown', reason: 'not-synced', code: 'EIO' }
  const gone: Appended = { ok: false, onDisk: 'no', reason: 'file-gone', code: '' }
  const unkept: Appended = { ok: true, sequence: 1, head: { problem: locked } }

  it.each([
    { name: 'a head that waits to be kept', at: 'act-started', says: headNotKept, log: [], interrupted: false },
    { name: 'nobody knows whether the beginning is there', at: 'act-started', says: notSynced, log: [], interrupted: true },
    { name: 'its file is gone, so it is closed', at: 'act-started', says: gone, log: [], interrupted: true },
    { name: 'the head of the beginning is not kept', at: 'act-started', says: unkept, log: ['act-started'], interrupted: true },
    { name: 'the head is lost in the act', at: 'generated', says: headNotKept, log: ['act-started', 'hands: generate'], interrupted: true },
    { name: 'the end is not written', at: 'generated', says: notSynced, log: ['act-started', 'hands: generate'], interrupted: true },
  ])('does no more: $name', async ({ at, says, log, interrupted }) => {
    const run = conducted()
    const id = await until(run, 'generate')
    run.journalSays.set(at, says)
    expect(await run.conductor.act(id, SAID)).toEqual({ kind: 'unwritten', fault: says.ok ? headNotKept : says, interrupted })
    expect(run.log).toEqual(log)
  })

  it('does the same act again once the head is kept', async () => {
    const run = conducted()
    const id = await until(run, 'generate')
    run.journalSays.set('act-started', headNotKept)
    await run.conductor.act(id, SAID)
    expect(run.conductor.state()).toMatchObject({ hands: 'idle', intent: { id } })
    run.journalSays.set('act-started', kept)
    expect(await run.conductor.act(id, SAID)).toEqual({ kind: 'moved' })
  })

  it('goes on where the head of what is over is not kept', async () => {
    const run = conducted()
    const id = await until(run, 'generate')
    run.journalSays.set('generated', unkept)
    expect(await run.conductor.act(id, SAID)).toEqual({ kind: 'moved' })
  })
})

describe('conductor of an interrupted change', () => {
  const interruptedAt = async (act: Parameters<typeof until>[1]): Promise<readonly RotationEvent[]> => {
    const run = conducted()
    const id = await until(run, act)
    run.handsDo.set(act, async () => await new Promise(() => undefined))
    void run.conductor.act(id, SAID)
    await expect.poll(() => run.log.at(-1)).toBe(`hands: ${act}`)
    return run.written
  }

  it('asks the world before anything else', async () => {
    const run = conducted({ events: await interruptedAt('change-password') })
    expect(run.conductor.state().hands).toBe('acting')
    expect(await run.conductor.takeUp()).toEqual({ kind: 'moved' })
    expect(run.log.slice(0, 3)).toEqual(['resumed', 'asked: password', 'world-asked'])
    expect(run.conductor.state()).toMatchObject({ hands: 'idle', questions: [] })
  })

  it('asks again where the world did not answer', async () => {
    let answers = false
    const events = await interruptedAt('generate')
    const run = conducted({
      events,
      ask: async (question) => {
        if (!answers || question.about !== 'secret') throw new Error('the keychain does not answer')
        return { about: 'secret', login: question.login, generation: question.generation, present: question.generation === 0 }
      },
    })
    await expect(run.conductor.takeUp()).rejects.toThrow('the keychain does not answer')
    expect(run.conductor.state().hands).toBe('asking')
    answers = true
    expect(await run.conductor.takeUp()).toEqual({ kind: 'moved' })
    expect(run.conductor.state()).toMatchObject({ hands: 'idle', intent: { act: 'generate' } })
  })

  it('tells that the keychain does not answer, and asks it again when it is taken up once more', async () => {
    const run = conducted({
      events: await interruptedAt('generate'),
      ask: async () => {
        throw new KeeperFailed(locked)
      },
    })
    const fault = { ok: false, onDisk: 'no', reason: 'not-asked', problem: locked }
    expect(await run.conductor.takeUp()).toEqual({ kind: 'unwritten', fault, interrupted: true })
    expect(await run.conductor.takeUp()).toEqual({ kind: 'unwritten', fault, interrupted: true })
    expect(run.log).toEqual(['resumed', 'resumed'])
  })

  it('waits for a person where only they can tell, and asks the rest then', async () => {
    const plan = rotationPlans['a domain account kept by a person']
    const first = conducted({ plan })
    await until(first, 'join-call')
    const run = conducted({ plan, events: first.written })
    expect(await run.conductor.takeUp()).toEqual({ kind: 'moved' })
    expect(run.conductor.state()).toMatchObject({ hands: 'asking', owner: 'you' })
    expect(await run.conductor.answer({ about: 'secret', login: WINDOWS, generation: 1, present: true })).toEqual({ kind: 'moved' })
    expect(run.conductor.state()).toMatchObject({ hands: 'idle', intent: { act: 'join-call' } })
  })

  it('has nothing to take up where nothing was begun, and where all is over', async () => {
    expect(await conducted().conductor.takeUp()).toEqual({ kind: 'stale' })
    const first = conducted()
    await until(first, 'generate')
    await first.conductor.decide('cancelled')
    const run = conducted({ events: first.written })
    expect(await run.conductor.takeUp()).toEqual({ kind: 'stale' })
    expect(run.log).toEqual([])
  })

  it('is none where an entry cannot have happened', () => {
    expect(() => conducted({ events: [{ type: 'sync-paused', at: '2026-03-02T09:00:00.000Z' }] })).toThrow(/entry 0 .*sync-paused/)
  })
})
