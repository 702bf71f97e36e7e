import { describe, expect, it } from 'vitest'

import { windowsSid } from '#shared/sql-login/windows-sid.ts'

describe('windowsSid', () => {
  it.each([
    ['a SID in string form', 'S-1-5-18', 'S-1-5-18'],
    ['a SID in string form, small', 's-1-5-18', 's-1-5-18'],
    ['LocalSystem', '0x010100000000000512000000', 'S-1-5-18'],
    ['a local user', '0x010500000000000515000000DD7FA4C5B9EC7C08DFC66E1FE9030000', 'S-1-5-21-3315892189-142404793-527353567-1001'],
    [
      'a service account of its own',
      '0x010600000000000550000000732B9753646EF90356745CB675C3AA6CD6B4D28B',
      'S-1-5-80-1402415987-66678372-3059512406-1823130485-2345841878',
    ],
    ['capital X and letters', '0X010100000000000512000000', 'S-1-5-18'],
    ['sa', '0x01', null],
    ['a SQL login', '0x8f2b6d1c4e5a9b4c8d7e6f5a4b3c2d1e', null],
    ['random bytes that begin like a SID', '0x01026d1c4e5a9b4c8d7e6f5a4b3c2d', null],
    ['a count that does not fit', '0x010200000000000512000000', null],
    ['something before it', 'x0x010100000000000512000000', null],
    ['a string form with something before it', 'xS-1-5-18', null],
    ['something behind it', '0x010100000000000512000000x', null],
    ['nothing', '', null],
  ])('reads %s', (_name, given, expected) => {
    expect(windowsSid(given)).toBe(expected)
  })
})
