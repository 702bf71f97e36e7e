import { describe, expect, it } from 'vitest'

import { type ComMethod, type ComObject, createCom } from '#electron/win32/com.ts'
import { guidBytes, variantOf } from '#electron/win32/com-values.ts'
import { succeeded, type Win32Result } from '#electron/win32/result.ts'
import { comStandIn, type Methods, NOTHING_OUTSTANDING } from './com-stand-in.ts'
import { standIn } from './stand-in.ts'

const CLASS = {
  name: 'Made',
  classId: '0f87369f-a4e5-4cfc-bd3e-73e6154572dd',
  interfaceId: '2faba4c7-4da9-4013-9697-20cc3fd40f85',
}

const METHOD: ComMethod = { name: 'IMade::Do', offset: 24, parameters: 'uintptr_t first', missingRight: 'doing it' }

function use<Value>(methods: Methods, reader: (object: ComObject) => Win32Result<Value>) {
  const made = comStandIn(() => methods)
  return { answer: made.com.create(CLASS, reader), outstanding: made.outstanding(), made }
}

describe('com', () => {
  it('writes a GUID as it lies in memory', () => {
    expect(guidBytes(CLASS.classId).toString('hex')).toBe('9f36870fe5a4fc4cbd3e73e6154572dd')
  })

  it('asks for the class and the interface, and gives everything back', () => {
    const asked: unknown[] = []
    const made = comStandIn(
      () => ({}),
      {},
      {
        CoCreateInstance: (...args) => {
          asked.push(...args.slice(0, 4).map((argument) => (argument instanceof Buffer ? argument.toString('hex') : argument)))
          return made.give(args[4], {})
        },
      },
    )
    expect(made.com.create(CLASS, () => succeeded('read'))).toEqual({ ok: true, value: 'read' })
    expect(asked).toEqual(['9f36870fe5a4fc4cbd3e73e6154572dd', null, 1, 'c7a4ab2fa94d1340969720cc3fd40f85'])
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it('hands the object itself, numbers and texts to a method, and frees the texts', () => {
    const seen: unknown[] = []
    const made = comStandIn((self) => ({
      24: (object, ...args) => {
        seen.push(typeof object, ...args.map((argument) => self.textAt(argument) || argument))
        return 1
      },
    }))
    const answer = made.com.create(CLASS, (object) => object.call(METHOD, 7, { text: 'Prüfung' }, null))
    expect([answer, seen]).toEqual([{ ok: true, value: 1 }, ['bigint', 7, 'Prüfung', null]])
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it.each([
    { name: 'a wrapped Win32 code', code: 0x80070005 | 0, expected: 5 },
    { name: 'a code of COM itself', code: 0x80004001 | 0, expected: 0x80004001 },
  ])('refuses with $name, the method and the right', ({ code, expected }) => {
    const { answer, outstanding } = use({ 24: () => code }, (object) => object.call(METHOD, { text: 'freed' }))
    expect(answer).toEqual({ ok: false, failure: { function: 'IMade::Do', code: expected, missingRight: 'doing it' } })
    expect(outstanding).toEqual(NOTHING_OUTSTANDING)
  })

  it('gives back everything where the reader throws', () => {
    const made = comStandIn((self) => ({ 24: (_object, result) => self.give(result, {}) }))
    const fail = () => {
      throw new Error('a bug')
    }
    const inner = (object: ComObject) => object.object(METHOD, (result) => [result], fail)
    expect(() => made.com.create(CLASS, inner)).toThrow('a bug')
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it.each([
    { name: 'nothing', write: () => undefined, value: null },
    { name: 'NULL', write: (variant: Buffer) => variant.writeUInt16LE(1), value: null },
    { name: 'a short number', write: (variant: Buffer) => variant.writeUInt16LE(2) && variant.writeInt16LE(-2, 8), value: -2 },
    { name: 'a number', write: (variant: Buffer) => variant.writeUInt16LE(3) && variant.writeInt32LE(-70_000, 8), value: -70_000 },
    { name: 'true', write: (variant: Buffer) => variant.writeUInt16LE(11) && variant.writeInt16LE(-1, 8), value: true },
    { name: 'false', write: (variant: Buffer) => variant.writeUInt16LE(11), value: false },
    { name: 'a byte', write: (variant: Buffer) => variant.writeUInt16LE(17) && variant.writeUInt8(200, 8), value: 200 },
    { name: 'an unsigned short', write: (variant: Buffer) => variant.writeUInt16LE(18) && variant.writeUInt16LE(65_535, 8), value: 65_535 },
    {
      name: 'an unsigned number',
      write: (variant: Buffer) => variant.writeUInt16LE(19) && variant.writeUInt32LE(2 ** 31, 8),
      value: 2 ** 31,
    },
    { name: 'an array', write: (variant: Buffer) => variant.writeUInt16LE(0x2008), value: undefined },
  ])('takes $name out of a VARIANT and clears it', ({ write, value }) => {
    const methods = {
      24: (_object: unknown, variant: unknown) => {
        write(variant as Buffer)
        return 0
      },
    }
    const { answer, made } = use(methods, (object) => object.value(METHOD, (variant) => [variant]))
    expect([answer, made.cleared()]).toEqual([{ ok: true, value }, 1])
  })

  it('takes texts as they are, zeros within included, and frees them', () => {
    const made = comStandIn((self) => ({
      24: (_object, result) => self.giveText(result, 'Zürich\0№1'),
      32: (_object, variant) => self.putText(variant, 'Köln'),
      40: () => 0,
    }))
    const texts = made.com.create(CLASS, (object) =>
      succeeded([
        object.text(METHOD),
        object.value({ ...METHOD, offset: 32 }, (variant) => [variant]),
        object.text({ ...METHOD, offset: 40 }),
      ]),
    )
    expect(texts).toEqual(succeeded([succeeded('Zürich\0№1'), succeeded('Köln'), succeeded('')]))
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it('puts a number into a VARIANT', () => {
    expect([variantOf(-3).toString('hex'), variantOf().toString('hex')]).toEqual([
      `0300000000000000fdffffff${'0'.repeat(24)}`,
      '0'.repeat(48),
    ])
  })

  it.each([
    { name: 'S_OK is a broken answer', code: 0, expected: 13 },
    { name: 'S_FALSE is the end of a list', code: 1, expected: 259 },
    { name: 'another success is passed on', code: 0x40004, expected: 0x40004 },
  ])('refuses success without an object: $name', ({ code, expected }) => {
    const { answer } = use({ 24: () => code }, (object) =>
      object.object(
        METHOD,
        (result) => [result],
        () => succeeded(null),
      ),
    )
    expect(answer).toEqual({ ok: false, failure: { function: 'IMade::Do', code: expected } })
  })

  it('works where somebody else set COM up in the other way, and leaves that be', () => {
    const made = comStandIn(() => ({}), { initialize: 0x80010106 | 0 })
    expect(made.com.create(CLASS, () => succeeded('read'))).toEqual(succeeded('read'))
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it.each([
    { name: 'COM does not start', codes: { initialize: 0x8007000e | 0 }, failure: { function: 'CoInitializeEx', code: 14 } },
    {
      name: 'the class is not there',
      codes: { create: 0x80040154 | 0 },
      failure: { function: 'CoCreateInstance', code: 0x80040154, subject: 'Made' },
    },
  ])('refuses where $name', ({ codes, failure }) => {
    const made = comStandIn(() => ({}), codes)
    expect(made.com.create(CLASS, () => succeeded('read'))).toEqual({ ok: false, failure })
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it('refuses before anything is made where texts cannot be had', () => {
    let taken = 0
    const without = standIn({
      'ole32.dll': {
        CoInitializeEx: () => 0,
        CoUninitialize: () => {
          taken += 1
        },
        CoCreateInstance: () => {
          throw new Error('nothing may be made')
        },
      },
    })
    expect(createCom(without.native).create(CLASS, () => succeeded('read'))).toEqual({
      ok: false,
      failure: { function: 'SysAllocString', code: 126 },
    })
    expect(taken).toBe(1)
  })

  it('refuses on a Windows without COM', () => {
    expect(createCom(standIn({}).native).create(CLASS, () => succeeded('read'))).toEqual({
      ok: false,
      failure: { function: 'CoInitializeEx', code: 126 },
    })
  })
})
