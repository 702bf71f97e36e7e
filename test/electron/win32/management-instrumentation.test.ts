import { describe, expect, it } from 'vitest'

import type { ComValue } from '#electron/win32/com-values.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { createManagementInstrumentation } from '#electron/win32/management-instrumentation.ts'
import { type ComStandIn, comStandIn, type Methods, NOTHING_OUTSTANDING } from './com-stand-in.ts'

const { IWbemLocatorVtbl, IWbemServicesVtbl, IEnumWbemClassObjectVtbl, IWbemClassObjectVtbl } = layouts

const NO_SUCH_PROPERTY = 0x80041002 | 0

interface Codes {
  readonly connect?: number
  readonly blanket?: readonly number[]
  readonly query?: number
  /** What the list ends with instead of S_FALSE. */
  readonly next?: number
  readonly get?: number
}

function objectMethods(self: ComStandIn, properties: Readonly<Record<string, ComValue>>, code: number | undefined): Methods {
  return {
    [IWbemClassObjectVtbl.Get]: (_self, name, _flags, variant) => {
      const value = properties[String(name)]
      if (code !== undefined || value === undefined) return code ?? NO_SUCH_PROPERTY
      return self.putText(variant, String(value))
    },
  }
}

function ask(objects: readonly Readonly<Record<string, ComValue>>[], codes: Codes = {}) {
  const asked: string[] = []
  const blankets = [...(codes.blanket ?? [])]
  const rest = [...objects]
  const listMethods = (self: ComStandIn): Methods => ({
    [IEnumWbemClassObjectVtbl.Next]: (_self, _limit, count, result) => {
      expect(count).toBe(1)
      const properties = rest.shift()
      return properties === undefined ? (codes.next ?? 1) : self.give(result, objectMethods(self, properties, codes.get))
    },
  })
  const serviceMethods = (self: ComStandIn): Methods => ({
    [IWbemServicesVtbl.ExecQuery]: (_self, language, query, flags, _context, result) => {
      asked.push(`${self.textAt(language)} ${self.textAt(query)} ${flags}`)
      return codes.query ?? self.give(result, listMethods(self))
    },
  })
  const made = comStandIn(
    (self) => ({
      [IWbemLocatorVtbl.ConnectServer]: (_self, namespace, ...args) => {
        asked.push(self.textAt(namespace))
        return codes.connect ?? self.give(args.at(-1), serviceMethods(self))
      },
    }),
    {},
    {
      CoSetProxyBlanket: (_proxy, ...settings) => {
        asked.push(settings.join())
        return blankets.shift() ?? 0
      },
    },
  )
  const management = createManagementInstrumentation(made.windows.native, made.com)
  const answer = management.objects('ROOT\\Sample', 'Sample_Class', ['Name', 'Version'])
  expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  return { answer, asked }
}

const refusal = (method: string, code: number) => ({
  ok: false,
  failure: { function: method, code, subject: 'ROOT\\Sample Sample_Class', missingRight: 'Enable Account on the namespace' },
})

describe('management-instrumentation', () => {
  it('asks for all objects of a class, over connections that may act for the caller', () => {
    const { answer, asked } = ask([{ Name: 'Zürich', Version: '2' }, { Name: 'Köln' }])
    expect(answer).toEqual({ ok: true, value: [{ Name: 'Zürich', Version: '2' }, { Name: 'Köln' }] })
    const blanket = '4294967295,4294967295,18446744073709551615,6,3,,0'
    expect(asked).toEqual(['ROOT\\Sample', blanket, 'WQL SELECT * FROM Sample_Class 48', blanket])
  })

  it('gives an empty list where the class has no object', () => {
    expect(ask([]).answer).toEqual({ ok: true, value: [] })
  })

  it.each([
    { name: 'a namespace that is not there', codes: { connect: 0x8004100e | 0 }, method: 'IWbemLocator::ConnectServer', code: 0x8004100e },
    {
      name: 'a namespace that is closed to this account',
      codes: { connect: 0x80041003 | 0 },
      method: 'IWbemLocator::ConnectServer',
      code: 5,
    },
    { name: 'a connection that cannot be trusted', codes: { blanket: [0x80004002 | 0] }, method: 'CoSetProxyBlanket', code: 0x80004002 },
    { name: 'a list that cannot be trusted', codes: { blanket: [0, 0x80004002 | 0] }, method: 'CoSetProxyBlanket', code: 0x80004002 },
    { name: 'a query', codes: { query: 0x80041017 | 0 }, method: 'IWbemServices::ExecQuery', code: 0x80041017 },
    { name: 'a class that is not there', codes: { next: 0x80041010 | 0 }, method: 'IEnumWbemClassObject::Next', code: 0x80041010 },
    { name: 'a provider that does not answer in time', codes: { next: 0x40004 }, method: 'IEnumWbemClassObject::Next', code: 0x40004 },
    { name: 'a property', codes: { get: 0x80041001 | 0 }, method: 'IWbemClassObject::Get', code: 0x80041001 },
  ])('refuses with $name', ({ codes, method, code }) => {
    expect(ask([{ Name: 'x' }], codes).answer).toEqual(refusal(method, code))
  })
})
