import { describe, expect, it } from 'vitest'

import { createLocalGroupDatabase } from '#electron/win32/local-group-database.ts'
import { netapi, paged, type StandInPage, structure } from './net-stand-in.ts'
import type { StandIn } from './stand-in.ts'

const MORE = 234

function names(pagesOf: (row: (name: string) => Uint8Array, self: StandIn) => readonly StandInPage[]) {
  const { windows, freed } = netapi((self) => {
    const pages = pagesOf((name) => structure(self, 8, { 0: { text: name } }), self)
    return { NetLocalGroupEnum: paged(self, pages, 2) }
  })
  return { answer: createLocalGroupDatabase(windows.native).names(), freed }
}

describe('net-buffers', () => {
  it('reads one page and gives it back', () => {
    const { answer, freed } = names((row) => [{ rows: [row('Administratoren'), row('Gäste')], status: 0 }])
    expect(answer).toEqual({ ok: true, value: { rows: ['Administratoren', 'Gäste'], cutShort: null } })
    expect(freed).toHaveLength(1)
  })

  it('goes on with the handle until the last page, and gives back each', () => {
    const { answer, freed } = names((row) => [
      { rows: [row('a'), row('b')], status: MORE },
      { rows: [row('c')], status: MORE },
      { rows: [row('d')], status: 0 },
    ])
    expect(answer).toMatchObject({ ok: true, value: { rows: ['a', 'b', 'c', 'd'], cutShort: null } })
    expect(freed).toHaveLength(3)
  })

  it('takes an empty list as one', () => {
    expect(names(() => [{ rows: [], status: 0 }]).answer).toEqual({ ok: true, value: { rows: [], cutShort: null } })
  })

  it.each([
    { name: 'access denied', code: 5 },
    { name: 'RPC server unavailable', code: 1722 },
    { name: 'NERR_BufTooSmall', code: 2123 },
    { name: 'NERR_InternalError', code: 2140 },
    { name: 'NERR_InvalidComputer', code: 2351 },
  ])('is refused by $name on the first page', ({ code }) => {
    expect(names(() => [{ rows: [], status: code }]).answer).toEqual({
      ok: false,
      failure: { function: 'NetLocalGroupEnum', code, missingRight: 'membership in Administrators' },
    })
  })

  it('keeps what it has where a later page is refused, says so, and gives back the buffer of the refusal too', () => {
    const { answer, freed } = names((row) => [
      { rows: [row('a')], status: MORE },
      { rows: [row('b')], status: 1722 },
    ])
    expect(answer).toMatchObject({ ok: true, value: { rows: ['a'], cutShort: { function: 'NetLocalGroupEnum', code: 1722 } } })
    expect(freed).toHaveLength(2)
  })

  it.each([
    { name: 'promises more without giving any', pages: () => [{ rows: [], status: MORE }], code: MORE },
    { name: 'holds a nameless row', pages: () => [{ rows: [Buffer.alloc(8)], status: 0 }], code: 13 },
  ])('does not take a list that $name for an empty one', ({ pages, code }) => {
    expect(names(pages).answer).toMatchObject({ ok: false, failure: { code } })
  })

  it('does not take a count without a buffer for a list', () => {
    const { windows } = netapi(() => ({
      NetLocalGroupEnum: (...args) => {
        ;(args[4] as number[])[0] = 3
        return 0
      },
    }))
    expect(createLocalGroupDatabase(windows.native).names()).toMatchObject({ ok: false, failure: { code: 13 } })
  })

  it('ends a list that never ends', () => {
    const { windows, freed } = netapi((self) => ({
      NetLocalGroupEnum: (...args) => {
        ;(args[2] as bigint[])[0] = self.placeBytes(structure(self, 8, { 0: { text: 'again' } }))
        ;(args[4] as number[])[0] = 1
        return MORE
      },
    }))
    const answer = createLocalGroupDatabase(windows.native).names()
    expect(answer).toMatchObject({ ok: true, value: { rows: { length: 1000 }, cutShort: { code: MORE } } })
    expect(freed).toHaveLength(1000)
  })

  it('is unsupported where Windows has no such function', () => {
    const { windows } = netapi(() => ({}))
    expect(createLocalGroupDatabase(windows.native).names()).toMatchObject({ ok: false, failure: { code: 127 } })
  })
})
