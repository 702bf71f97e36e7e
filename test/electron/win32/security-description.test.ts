import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseAccessDescription } from '#electron/win32/security-description.ts'

const USER = 'S-1-5-21-0-0-0-1000'

describe('security-description', () => {
  // The form of sddl.h: a group may stand behind the owner, further flags behind P.
  it('reads owner, protection and whom the entries let in', () => {
    expect(parseAccessDescription('O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')).toEqual({
      owner: 'S-1-5-32-544',
      isProtected: true,
      allowed: ['S-1-5-18', 'S-1-5-32-544'],
      unknownEntries: 0,
    })
  })

  it('reads a plain folder of Wine', () => {
    expect(parseAccessDescription(`O:${USER}D:(A;OICI;FA;;;SY)(A;OICI;FA;;;${USER})(A;OICI;0x1200a9;;;WD)`)).toEqual({
      owner: USER,
      isProtected: false,
      allowed: ['S-1-5-18', USER, 'S-1-1-0'],
      unknownEntries: 0,
    })
  })

  it.each([
    { name: 'no list at all', text: 'O:SYD:NO_ACCESS_CONTROL', allowed: null, unknownEntries: 0 },
    { name: 'an empty list', text: 'O:SYD:P', allowed: [], unknownEntries: 0 },
    { name: 'a list without anything', text: 'O:SYD:', allowed: [], unknownEntries: 0 },
    { name: 'users of the machine', text: 'O:SYD:(A;;FA;;;BU)', allowed: ['S-1-5-32-545'], unknownEntries: 0 },
    { name: 'whoever creates something below', text: 'O:SYD:(A;OICIIO;GA;;;CO)', allowed: ['S-1-3-0'], unknownEntries: 0 },
    { name: 'entries for what is below alone', text: `O:SYD:(A;OICIIO;FA;;;${USER})`, allowed: [USER], unknownEntries: 0 },
    { name: 'the same one twice', text: `O:SYD:(A;;FR;;;${USER})(A;CI;FW;;;${USER})`, allowed: [USER], unknownEntries: 0 },
    { name: 'a denial', text: 'O:SYD:(D;;FA;;;BG)(A;;FA;;;BA)', allowed: ['S-1-5-32-544'], unknownEntries: 0 },
    { name: 'an alias that says nothing here', text: 'O:SYD:(A;;FA;;;LA)', allowed: ['LA'], unknownEntries: 0 },
    {
      name: 'an entry for an object',
      text: `O:SYD:(OA;;CC;bf967aba-0de6-11d0-a285-00aa003049e2;;${USER})`,
      allowed: [],
      unknownEntries: 1,
    },
    {
      name: 'an entry with a condition',
      text: `O:SYD:(XA;;FA;;;WD;(@User.Level > 3))(A;;FA;;;BA)`,
      allowed: ['S-1-5-32-544'],
      unknownEntries: 1,
    },
    { name: 'an entry that is none', text: 'O:SYD:(A;;FA)', allowed: [], unknownEntries: 1 },
  ])('reads $name', ({ text, allowed, unknownEntries }) => {
    expect(parseAccessDescription(text)).toMatchObject({ allowed, unknownEntries })
  })

  it.each(['', 'D:(A;;FA;;;BA)', 'O:D:(A;;FA;;;BA)', 'O:BA', 'G:BAD:(A;;FA;;;BA)', 'O:S-1-xD:(A;;FA;;;BA)'])(
    'refuses "%s", which names no owner or no list',
    (text) => {
      expect(parseAccessDescription(text)).toBeNull()
    },
  )

  it('never throws, and lets in nobody by a text that it does not understand', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('O', 'D', ':', 'P', '(', ')', 'A', ';', 'S', '-', '1', 'B', ' ') }), (text) => {
        parseAccessDescription(text)
        const read = parseAccessDescription(`O:BAD:P${text}(A;;FA;;;BA)`)
        expect(read === null || read.unknownEntries > 0 || (read.allowed ?? ['everybody']).length > 0).toBe(true)
      }),
    )
  })
})
