import { type Com, createCom } from '#electron/win32/com.ts'
import { layouts } from '#electron/win32/layouts.ts'
import type { NativeFunction } from '#electron/win32/library.ts'
import { type StandIn, type StandInExports, standIn } from './stand-in.ts'

/** Methods of an object by their place in its table, in bytes. */
export type Methods = Readonly<Record<number, NativeFunction>>

export interface ComStandIn {
  readonly com: Com
  readonly windows: StandIn
  /** What was handed out and not given back. */
  outstanding(): { readonly references: number; readonly texts: number; readonly initialised: number }
  /** Variants that were cleared. */
  cleared(): number
  object(methods: Methods): bigint
  /** Hands an object out by a parameter. */
  give(result: unknown, methods: Methods): number
  /** Hands a text out by a parameter. */
  giveText(result: unknown, text: string): number
  textAt(address: unknown): string
  /** Puts a text into a VARIANT. */
  putText(variant: unknown, text: string): number
}

/** ole32 and oleaut32 made of JavaScript functions: every class is one whose object has these methods. */
export function comStandIn(
  methods: (self: ComStandIn) => Methods,
  codes: { readonly initialize?: number; readonly create?: number } = {},
  more: StandInExports = {},
): ComStandIn {
  const texts = new Map<bigint, string>()
  const counts = { references: 0, initialised: 0, cleared: 0 }
  const newText = (text: string): bigint => {
    const address = windows.placeText(text)
    texts.set(address, text)
    return address
  }
  const windows = standIn({
    'ole32.dll': {
      CoInitializeEx: () => {
        counts.initialised += (codes.initialize ?? 0) < 0 ? 0 : 1
        return codes.initialize ?? 0
      },
      CoUninitialize: () => {
        counts.initialised -= 1
      },
      CoCreateInstance: (_class, _outer, _context, _interface, result) => codes.create ?? self.give(result, methods(self)),
      ...more,
    },
    'oleaut32.dll': {
      SysAllocString: (text) => newText(String(text)),
      SysStringLen: (address) => texts.get(address as bigint)?.length ?? 0,
      SysFreeString: (address) => texts.delete(address as bigint),
      VariantClear: (variant) => {
        counts.cleared += 1
        texts.delete((variant as Buffer).readBigUInt64LE(layouts.VARIANT.bstrVal))
        return 0
      },
    },
  })
  const self: ComStandIn = {
    com: createCom(windows.native),
    windows,
    outstanding: () => ({ references: counts.references, texts: texts.size, initialised: counts.initialised }),
    cleared: () => counts.cleared,
    object: (own) =>
      windows.placeObject({
        ...own,
        [layouts.IUnknownVtbl.Release]: () => {
          counts.references -= 1
          return 0
        },
      }),
    give: (result, own) => {
      ;(result as unknown[])[0] = self.object(own)
      counts.references += 1
      return 0
    },
    giveText: (result, text) => {
      ;(result as unknown[])[0] = newText(text)
      return 0
    },
    textAt: (address) => texts.get(address as bigint) ?? '',
    putText: (variant, text) => {
      ;(variant as Buffer).writeUInt16LE(8)
      ;(variant as Buffer).writeBigUInt64LE(newText(text), layouts.VARIANT.bstrVal)
      return 0
    },
  }
  return self
}

export const NOTHING_OUTSTANDING = { references: 0, texts: 0, initialised: 0 }
