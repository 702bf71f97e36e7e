import { describe, expect, it } from 'vitest'

import { describeFailure } from '#electron/win32/result.ts'

describe('result', () => {
  it.each([
    { name: 'a code', failure: { function: 'RegEnumKeyExW', code: 1450 }, text: 'RegEnumKeyExW ended with error 1450' },
    {
      name: 'the missing right where access was denied',
      failure: { function: 'OpenServiceW', code: 5, subject: 'Spooler', missingRight: 'SERVICE_QUERY_CONFIG' },
      text: 'OpenServiceW for Spooler ended with error 5; missing right: SERVICE_QUERY_CONFIG',
    },
    {
      name: 'no right for another error',
      failure: { function: 'OpenServiceW', code: 1060, subject: 'x', missingRight: 'SERVICE_QUERY_CONFIG' },
      text: 'OpenServiceW for x ended with error 1060',
    },
    {
      name: 'a status in hexadecimal',
      failure: { function: 'RtlGetVersion', code: -1073741790 },
      text: 'RtlGetVersion ended with error 0xC0000022',
    },
  ])('names $name', ({ failure, text }) => {
    expect(describeFailure(failure)).toBe(text)
  })
})
