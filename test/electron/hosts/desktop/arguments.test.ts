import { describe, expect, it } from 'vitest'

import { readArguments, refusedArgument } from '#electron/hosts/desktop/arguments.ts'

describe('arguments', () => {
  it.each([
    { argv: [], isRelaunched: false, collectTo: null },
    { argv: ['--relaunched'], isRelaunched: true, collectTo: null },
    { argv: ['--collect=C:\\a b.json'], isRelaunched: false, collectTo: 'C:\\a b.json' },
    { argv: ['--collect='], isRelaunched: false, collectTo: null },
    { argv: ['server.json', '--relaunchedx'], isRelaunched: false, collectTo: null },
  ])('reads $argv', ({ argv, ...expected }) => {
    expect(readArguments(argv)).toEqual(expected)
  })

  it.each([
    '--remote-debugging-port=0',
    '--inspect',
    '--no-sandbox',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '-r',
    '/prefetch:1',
    '--relaunched=1',
  ])('refuses %s as administrator', (argument) => {
    expect(refusedArgument(['--relaunched', argument])).toBe(argument)
  })

  it('takes its own', () => {
    expect(refusedArgument(['--relaunched', '--collect=x.json', 'server.json'])).toBeUndefined()
  })
})
