import { describe, expect, it } from 'vitest'

import { describeExit } from '#electron/collector/exit-reason.ts'

describe('exit-reason', () => {
  it.each([
    { name: 'an access violation', exit: { status: 3221225477, signal: null }, reason: 'exit status 0xC0000005, access violation' },
    {
      name: 'the same as a signed number',
      exit: { status: -1073741819, signal: null },
      reason: 'exit status 0xC0000005, access violation',
    },
    {
      name: 'a missing function',
      exit: { status: 2147483904, signal: null },
      reason: 'exit status 0x80000100, call of a function that is not implemented',
    },
    { name: 'an exception without a name', exit: { status: 0xc0000420, signal: null }, reason: 'exit status 0xC0000420' },
    { name: 'a small status', exit: { status: 1, signal: null }, reason: 'exit status 1' },
    { name: 'a signal', exit: { status: null, signal: 'SIGKILL' }, reason: 'signal SIGKILL' },
    { name: 'nothing', exit: { status: null, signal: null }, reason: 'no exit status' },
  ])('names $name', ({ exit, reason }) => {
    expect(describeExit(exit, false, 1000)).toBe(`the worker process ended (${reason})`)
    expect(describeExit(exit, true, 20_000)).toBe(`the worker process did not finish within 20 s and was ended (${reason})`)
  })

  it('names why a worker never started', () => {
    expect(describeExit({ status: null, signal: null, error: 'EACCES' }, false, 1)).toBe('the worker process could not be started: EACCES')
  })
})
