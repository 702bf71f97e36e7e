import { describe, expect, it } from 'vitest'

import { CONNECTION_TIME_LIMIT_CODE, describeConnectionError } from '#electron/probes/connection-errors.ts'

describe('connection-errors', () => {
  it.each([
    { code: 'ECONNREFUSED', words: 'the connection was refused' },
    { code: 'ENOTFOUND', words: 'the name was not found' },
    { code: CONNECTION_TIME_LIMIT_CODE, words: 'no answer within the time limit' },
    { code: 'ENEWCODE', words: 'the connection failed (ENEWCODE)' },
    { code: undefined, words: 'the connection failed' },
    { code: 'connect ECONNREFUSED 192.0.2.1:443', words: 'the connection failed' },
  ])('says $words of $code', ({ code, words }) => {
    expect(describeConnectionError(code)).toBe(words)
  })

  it.each(['toString', 'constructor', '__proto__'])('knows no words of %s', (code) => {
    expect(describeConnectionError(code)).toBe('the connection failed')
  })
})
