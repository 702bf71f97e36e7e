import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { untilStopped } from '#electron/hosts/cli/stop-signal.ts'

describe('untilStopped', () => {
  const sent: unknown[] = []
  let before: readonly unknown[] = []
  const listeners = (): readonly unknown[] =>
    ['SIGINT', 'SIGTERM', 'SIGHUP', 'newListener'].flatMap((name) => process.listeners(name as 'SIGINT'))
  beforeEach(() => {
    before = listeners()
    sent.length = 0
    vi.spyOn(process, 'kill').mockImplementation((_pid, signal) => {
      sent.push(signal)
      return true
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    expect(listeners()).toEqual(before)
  })

  const stopped = (signal: AbortSignal) => new Promise<unknown>((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)))

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('lets the action end by itself on %s', async (name) => {
    const ended = untilStopped(stopped)
    process.emit(name, name)
    expect(await ended).toBe(name)
    expect(sent).toEqual([])
  })

  it('ends the program as the signal would have where the action breaks off', async () => {
    const ended = untilStopped(async (signal) => {
      await stopped(signal)
      throw new Error('broken off')
    })
    process.emit('SIGTERM', 'SIGTERM')
    await expect(ended).rejects.toThrow('broken off')
    expect(sent).toEqual(['SIGTERM'])
  })

  it('passes on what an action throws that nobody stopped', async () => {
    await expect(untilStopped(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
    expect(sent).toEqual([])
  })

  it.each(['on', 'once'] as const)('lets no package answer a signal that was loaded meanwhile (%s)', async (how) => {
    const ended = untilStopped(async (signal) => {
      process[how]('SIGINT', () => process.kill(process.pid, 'SIGINT'))
      await Promise.resolve()
      process.emit('SIGINT', 'SIGINT')
      return signal.aborted
    })
    expect(await ended).toBe(true)
    expect(sent).toEqual([])
  })
})
