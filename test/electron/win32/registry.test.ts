import { describe, expect, it } from 'vitest'

import { createRegistry, type RegistryLocation } from '#electron/win32/registry.ts'
import { type StandIn, type StandInExports, standIn } from './stand-in.ts'

const LOCATION: RegistryLocation = { root: 'HKEY_LOCAL_MACHINE', path: 'SOFTWARE\\Acme', view: '64-bit' }

interface Call {
  readonly key: unknown
  readonly path: unknown
  readonly access: unknown
}

function advapi(overrides: StandInExports = {}): { windows: StandIn; opened: Call[]; closed: unknown[] } {
  const opened: Call[] = []
  const closed: unknown[] = []
  const windows = standIn({
    'advapi32.dll': {
      RegOpenKeyExW: (key, path, _options, access, result) => {
        opened.push({ key, path, access })
        ;(result as bigint[])[0] = BigInt(opened.length)
        return 0
      },
      RegCloseKey: (key) => {
        closed.push(key)
        return 0
      },
      ...overrides,
    },
  })
  return { windows, opened, closed }
}

function enumerating(names: readonly string[], end = 259) {
  return (_key: unknown, index: unknown, buffer: unknown, characters: unknown): number => {
    const name = names[Number(index)]
    if (name === undefined) return end
    ;(buffer as Buffer).write(`${name}\0`, 'utf16le')
    ;(characters as number[])[0] = name.length
    return 0
  }
}

function holding(type: number, content: Buffer) {
  return (_key: unknown, _name: unknown, _reserved: unknown, typeOut: unknown, data: unknown, bytes: unknown): number => {
    const size = (bytes as number[])[0] ?? 0
    ;(bytes as number[])[0] = content.byteLength
    ;(typeOut as number[])[0] = type
    if (size < content.byteLength) return 234
    content.copy(data as Buffer)
    return 0
  }
}

/** Values in their order; what does not fit is asked for again. */
function enumeratingValues(values: readonly (readonly [name: string, type: number, content: Buffer])[], end = 259) {
  return (...args: readonly unknown[]): number => {
    const [, index, name, characters, , type, data, bytes] = args
    const value = values[Number(index)]
    if (value === undefined) return end
    ;(name as Buffer).write(`${value[0]}\0`, 'utf16le')
    ;(characters as number[])[0] = value[0].length
    return holding(value[1], value[2])(null, null, null, type, data, bytes)
  }
}

describe('registry', () => {
  it.each([
    { root: 'HKEY_LOCAL_MACHINE', view: '64-bit', handle: 0xffffffff80000002n, access: 0x20119 },
    { root: 'HKEY_LOCAL_MACHINE', view: '32-bit', handle: 0xffffffff80000002n, access: 0x20219 },
    { root: 'HKEY_USERS', view: '64-bit', handle: 0xffffffff80000003n, access: 0x20119 },
  ] as const)('opens $root in the $view view for reading', ({ root, view, handle, access }) => {
    const { windows, opened } = advapi()
    createRegistry(windows.native).key({ root, path: 'A\\B', view }, () => null)
    expect(opened).toEqual([{ key: handle, path: 'A\\B', access }])
  })

  it('keeps the view for subkeys and closes what it opened, innermost first', () => {
    const { windows, opened, closed } = advapi()
    const result = createRegistry(windows.native).key({ ...LOCATION, view: '32-bit' }, (key) => key.subkey('inner', () => 'read'))
    expect(result).toEqual({ ok: true, value: { ok: true, value: 'read' } })
    expect(opened[1]).toEqual({ key: 1n, path: 'inner', access: 0x20219 })
    expect(closed).toEqual([2n, 1n])
  })

  it('closes the key when its reader throws', () => {
    const { windows, closed } = advapi()
    const read = (): unknown =>
      createRegistry(windows.native).key(LOCATION, () => {
        throw new Error('reader')
      })
    expect(read).toThrow('reader')
    expect(closed).toEqual([1n])
  })

  it.each([2, 5])('tells which key could not be opened (error %i)', (code) => {
    const { windows } = advapi({ RegOpenKeyExW: () => code })
    expect(createRegistry(windows.native).key(LOCATION, () => null)).toEqual({
      ok: false,
      failure: { function: 'RegOpenKeyExW', code, subject: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Acme (64-bit view)', missingRight: 'KEY_READ' },
    })
  })

  it('lists subkeys until Windows says that there are no more', () => {
    const { windows } = advapi({ RegEnumKeyExW: enumerating(['{A}', 'Prüfung', '']) })
    const names = createRegistry(windows.native).key(LOCATION, (key) => key.subkeyNames())
    expect(names).toEqual({ ok: true, value: { ok: true, value: ['{A}', 'Prüfung', ''] } })
  })

  it('fails a list that ends in any other way, instead of cutting it short', () => {
    const { windows } = advapi({ RegEnumKeyExW: enumerating(['one'], 1018) })
    const names = createRegistry(windows.native).key(LOCATION, (key) => key.subkeyNames())
    expect(names).toMatchObject({ value: { ok: false, failure: { function: 'RegEnumKeyExW', code: 1018 } } })
  })

  it.each([
    { name: 'a short value', length: 3 },
    { name: 'a value of exactly the first size', length: 512 },
    { name: 'a value longer than the first size', length: 5000 },
  ])('reads $name whole', ({ length }) => {
    const text = 'ä'.repeat(length)
    const { windows } = advapi({ RegQueryValueExW: holding(1, Buffer.from(text, 'utf16le')) })
    const value = createRegistry(windows.native).key(LOCATION, (key) => key.value('Name'))
    expect(value).toEqual({ ok: true, value: { ok: true, value: { kind: 'text', text, expandable: false } } })
  })

  it('tells an absent value from one that refuses', () => {
    const answers = [2, 5].map((code) => {
      const { windows } = advapi({ RegQueryValueExW: () => code })
      return createRegistry(windows.native).key(LOCATION, (key) => key.value('Name'))
    })
    expect(answers[0]).toEqual({ ok: true, value: { ok: true, value: null } })
    expect(answers[1]).toMatchObject({
      value: { ok: false, failure: { function: 'RegQueryValueExW', code: 5, missingRight: 'KEY_QUERY_VALUE' } },
    })
  })

  it('gives up on a value that grows with every attempt', () => {
    let calls = 0
    const { windows } = advapi({
      RegQueryValueExW: (_key, _name, _reserved, _type, _data, bytes) => {
        calls += 1
        ;(bytes as number[])[0] = ((bytes as number[])[0] ?? 0) + 2
        return 234
      },
    })
    const value = createRegistry(windows.native).key(LOCATION, (key) => key.value('Name'))
    expect(value).toMatchObject({ value: { ok: false, failure: { code: 234 } } })
    expect(calls).toBe(5)
  })

  it('lists all values with their names, the unnamed and the long one too', () => {
    const long = 'ä'.repeat(40_000)
    const { windows } = advapi({
      RegEnumValueW: enumeratingValues([
        ['', 1, Buffer.from('unnamed\0', 'utf16le')],
        ['Länge', 2, Buffer.from(long, 'utf16le')],
        ['n'.repeat(16_383), 4, Buffer.from([7, 0, 0, 0])],
        ['Nothing', 1, Buffer.alloc(0)],
      ]),
    })
    expect(createRegistry(windows.native).key(LOCATION, (key) => key.values())).toEqual({
      ok: true,
      value: {
        ok: true,
        value: [
          { name: '', value: { kind: 'text', text: 'unnamed', expandable: false } },
          { name: 'Länge', value: { kind: 'text', text: long, expandable: true } },
          { name: 'n'.repeat(16_383), value: { kind: 'number', number: 7n } },
          { name: 'Nothing', value: { kind: 'text', text: '', expandable: false } },
        ],
      },
    })
  })

  it.each([
    { name: 'ends in another way', code: 1018, overrides: { RegEnumValueW: enumeratingValues([['a', 4, Buffer.alloc(4)]], 1018) } },
    { name: 'has a value that always needs more room', code: 234, overrides: { RegEnumValueW: () => 234 } },
    { name: 'is denied', code: 5, overrides: { RegEnumValueW: () => 5 } },
  ])('refuses a list of values that $name', ({ code, overrides }) => {
    const { windows } = advapi(overrides)
    expect(createRegistry(windows.native).key(LOCATION, (key) => key.values())).toEqual({
      ok: true,
      value: {
        ok: false,
        failure: {
          function: 'RegEnumValueW',
          code,
          subject: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Acme (64-bit view)',
          missingRight: 'KEY_QUERY_VALUE',
        },
      },
    })
  })
})
