import { describe, expect, it } from 'vitest'

import { ipv4Text, ipv6Text } from '#electron/win32/socket-addresses.ts'

describe('socket-addresses', () => {
  it.each([
    { bytes: [0, 0, 0, 0], text: '0.0.0.0' },
    { bytes: [127, 0, 0, 1], text: '127.0.0.1' },
    { bytes: [192, 0, 2, 255], text: '192.0.2.255' },
  ])('writes $text', ({ bytes, text }) => {
    expect(ipv4Text(Uint8Array.from(bytes))).toBe(text)
  })

  it.each([
    { name: 'all zeros', hex: '00000000000000000000000000000000', text: '::' },
    { name: 'loopback', hex: '00000000000000000000000000000001', text: '::1' },
    { name: 'one run of zeros', hex: '20010db8000000000000000000000001', text: '2001:db8::1' },
    { name: 'the first of two equal runs', hex: '20010db8000000000001000000000001', text: '2001:db8::1:0:0:1' },
    { name: 'the longest run', hex: '20010000000000010000000000000001', text: '2001:0:0:1::1' },
    { name: 'a single zero group as it is', hex: '20010db8000000010001000100010001', text: '2001:db8:0:1:1:1:1:1' },
    { name: 'zeros at the end', hex: 'fe800000000000000000000000000000', text: 'fe80::' },
    { name: 'no zeros', hex: '20010db8abcd00120034005600780abc', text: '2001:db8:abcd:12:34:56:78:abc' },
    { name: 'an IPv4 address within', hex: '00000000000000000000ffff7f000001', text: '::ffff:127.0.0.1' },
  ])('writes $name as $text', ({ hex, text }) => {
    expect(ipv6Text(Buffer.from(hex, 'hex'))).toBe(text)
  })

  it('reads from the middle of a buffer', () => {
    const bytes = Buffer.concat([Buffer.from([9, 9, 9]), Buffer.from('20010db8000000000000000000000001', 'hex')])
    expect(ipv6Text(bytes.subarray(3))).toBe('2001:db8::1')
  })
})
