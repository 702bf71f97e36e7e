import { describe, expect, it } from 'vitest'

import { authorityOf } from '#electron/probes/authority.ts'

describe('authority', () => {
  it.each([
    { host: 'crm', port: 443, usual: 443, expected: 'crm' },
    { host: 'crm', port: 8443, usual: 443, expected: 'crm:8443' },
    { host: '::1', port: 80, usual: 80, expected: '[::1]' },
    { host: '::1', port: 81, usual: 80, expected: '[::1]:81' },
  ])('writes $host $port as $expected', ({ host, port, usual, expected }) => {
    expect(authorityOf(host, port, usual)).toBe(expected)
  })
})
