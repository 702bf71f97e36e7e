import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { estimateStrength } from '#electron/passwords/strength.ts'
import { contextWords, isGuessable } from '#shared/passwords/estimate.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const workerPath = join(root, 'electron', 'passwords', 'strength-worker.ts')
const workers = {
  broken: new URL('./workers/broken-worker.ts', import.meta.url),
  echoing: new URL('./workers/echoing-worker.ts', import.meta.url),
  endless: new URL('./workers/endless-worker.ts', import.meta.url),
  greedy: new URL('./workers/greedy-worker.ts', import.meta.url),
  silent: new URL('./workers/silent-worker.ts', import.meta.url),
}
const pathOf = (worker: keyof typeof workers): string => fileURLToPath(workers[worker])

const estimate = (password: string) => estimateStrength({ password, words: contextWords, workerPath })

describe('estimateStrength', () => {
  it.each([
    ['a known password', 'Password123!', ['known-password']],
    ['words with replaced letters', 'Tr0ub4dour&3', ['word']],
    ['a German word and a year', 'Weihnachten.1985', ['word', 'date']],
    ['the name of the ERP', 'Sage100Sync2024!', ['context']],
    ['a row of keys', 'qwertzuiop123.', ['keyboard']],
    ['one character again and again', 'aaaaaaaaaaaa1.', ['repeat']],
    ['the alphabet', 'abcdefghij123.-', ['sequence']],
  ])('finds %s guessable and says why', async (_name, password, patterns) => {
    const found = await estimate(password)
    expect(found).not.toBeNull()
    expect(isGuessable(found!)).toBe(true)
    expect(found!.patterns).toEqual(expect.arrayContaining(patterns))
  })

  it.each([
    ['twelve random characters', 'xK9.mP2~qL7_'],
    ['a random password of ours', 'Teg2ZvmNu-N0No5DYS7cC~QKl'],
    ['a long sequence of random words', 'correct horse battery staple 1'],
  ])('finds %s hard to guess', async (_name, password) => {
    const found = await estimate(password)
    expect(isGuessable(found!)).toBe(false)
  })

  it('looks at the first 64 characters only, so that its time is bounded', async () => {
    const start = '4@8({[<369&#!1/|0$57+%2/'.repeat(3).slice(0, 64)
    const found = await estimate(start + 'aB3.'.repeat(250_000))
    expect(found).toEqual(await estimate(start))
    expect(found!.characters).toBe(64)
  })

  it('gives the thread the password in a message and nothing else of this process', async () => {
    vi.stubEnv('ERP_CHECKUP_CANARY', 'CANARY')
    const found = await estimateStrength({ password: 'x'.repeat(65), words: ['erp'], workerPath: pathOf('echoing') })
    expect(found).toEqual({ password: 'x'.repeat(64), words: ['erp'], environment: [], argumentCount: 0 })
    vi.unstubAllEnvs()
  })

  it('has no answer when the time is over, and ends the thread', async () => {
    const begin = performance.now()
    expect(await estimateStrength({ password: 'x', words: [], workerPath: pathOf('endless'), timeLimitMs: 300 })).toBeNull()
    expect(performance.now() - begin).toBeGreaterThan(250)
  })

  it('has no answer when the memory is used up', async () => {
    expect(await estimateStrength({ password: 'x', words: [], workerPath: pathOf('greedy'), timeLimitMs: 60_000 })).toBeNull()
  }, 60_000)

  it.each([
    ['breaks', 'broken', 'RangeError'],
    ['ends without an answer', 'silent', 'ended without an answer'],
  ] as const)('says nothing of the password when the thread %s', async (_name, worker, kind) => {
    const shown = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
    const error: unknown = await estimateStrength({ password: 'CANARY', words: [], workerPath: pathOf(worker) }).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).cause).toMatchObject({ message: kind })
    expect(`${(error as Error).stack} ${((error as Error).cause as Error).stack}`).not.toContain('CANARY')
    for (const spy of shown) {
      expect(spy.mock.calls.flat().map(String).join('')).not.toContain('CANARY')
      spy.mockRestore()
    }
  })
})
