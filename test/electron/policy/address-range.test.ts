import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseAddressRange } from '#electron/policy/address-range.ts'

describe('address-range', () => {
  it.each([
    { text: '10.0.0.1', family: 4, first: 0x0a000001n, last: 0x0a000001n },
    { text: '10.1.2.3/255.255.0.0', family: 4, first: 0x0a010000n, last: 0x0a01ffffn },
    { text: '10.1.2.3/8', family: 4, first: 0x0a000000n, last: 0x0affffffn },
    { text: '0.0.0.0/0', family: 4, first: 0n, last: 0xffffffffn },
    { text: '10.0.0.1/32', family: 4, first: 0x0a000001n, last: 0x0a000001n },
    { text: ' 0.0.0.0-255.255.255.255 ', family: 4, first: 0n, last: 0xffffffffn },
    { text: '::1', family: 6, first: 1n, last: 1n },
    { text: '::', family: 6, first: 0n, last: 0n },
    { text: 'fe80::/64', family: 6, first: 0xfe80n << 112n, last: (0xfe80n << 112n) + (1n << 64n) - 1n },
    { text: '1:2:3:4:5:6:7:8', family: 6, first: 0x00010002000300040005000600070008n, last: 0x00010002000300040005000600070008n },
    { text: '::ffff:10.1.2.3', family: 6, first: 0xffff0a010203n, last: 0xffff0a010203n },
    { text: '::1-::ff', family: 6, first: 1n, last: 255n },
  ])('reads $text', ({ text, ...range }) => {
    expect(parseAddressRange(text)).toEqual(range)
  })

  it.each([
    '',
    'LocalSubnet',
    '10.0.0.256',
    '10.0.0.1/33',
    '::/129',
    '10.0.0.0/255.0.255.0',
    '10.0.0.0/::',
    '10.0.0.2-10.0.0.1',
    '10.0.0.1-::1',
    '10.0.0.1-10.0.0.2-10.0.0.3',
    '10.0.0.0/8-10.0.0.1',
    '10.0.0.0/8/8',
    'fe80::1%3',
  ])('takes %j for no address', (text) => {
    expect(parseAddressRange(text)).toBeNull()
  })

  it('holds the address that a subnet was written with', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
        const subnet = parseAddressRange(`${address}/${prefix}`)
        const single = parseAddressRange(address)
        if (subnet === null || single === null) throw new Error('not read')
        expect(subnet.first <= single.first && single.last <= subnet.last).toBe(true)
        expect(subnet.last - subnet.first + 1n).toBe(1n << BigInt(32 - prefix))
      }),
    )
  })

  it('reads every address of the sixth version, and never throws', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(parseAddressRange(address)?.family).toBe(6)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseAddressRange(text)
      }),
    )
  })
})
