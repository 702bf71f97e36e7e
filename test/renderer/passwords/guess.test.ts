import { describe, expect, it } from 'vitest'
import { answer } from '#renderer/passwords/guess.ts'
import { contextWords, isGuessable, type StrengthEstimate } from '#shared/passwords/estimate.ts'

function estimate(password: string): StrengthEstimate {
  const reply = answer({ password, words: contextWords })
  if ('fault' in reply) throw new Error(reply.fault)
  return reply.estimate
}

describe('the estimate of the page', () => {
  it.each([
    ['a known password', 'Password123!', ['known-password']],
    ['a German word and a year', 'Weihnachten.1985', ['word', 'date']],
    ['the name of the ERP', 'Sage100Sync2024!', ['context']],
    ['a row of keys', 'qwertzuiop123.', ['keyboard']],
  ])('finds %s guessable and says why', (_name, password, patterns) => {
    const found = estimate(password)
    expect(isGuessable(found)).toBe(true)
    expect(found.patterns).toEqual(expect.arrayContaining(patterns))
  })

  it('finds random characters hard to guess', () => {
    expect(isGuessable(estimate('xK9.mP2~qL7_'))).toBe(false)
  })

  it('tells a fault by its kind alone', () => {
    expect(answer({ password: undefined as unknown as string, words: [] })).toEqual({ fault: 'TypeError' })
  })
})
