import { describe, expect, it } from 'vitest'

import { createNotebook, refusal } from '#electron/probes/reading.ts'

describe('reading', () => {
  it.each([
    { code: 5, status: 'denied' },
    { code: 50, status: 'unsupported' },
    { code: 120, status: 'unsupported' },
    { code: 124, status: 'unsupported' },
    { code: 126, status: 'unsupported' },
    { code: 127, status: 'unsupported' },
    { code: 2, status: 'failed' },
    { code: 1722, status: 'failed' },
  ])('makes error $code $status', ({ code, status }) => {
    expect(refusal({ function: 'Fn', code })).toEqual({ status, reason: `Fn ended with error ${code}` })
  })

  it.each([
    { name: 'nothing to note', take: () => undefined, reading: { status: 'ok', facts: 1 } },
    {
      name: 'a remark',
      take: (note: ReturnType<typeof createNotebook>) => note.remark('r'),
      reading: { status: 'ok', facts: 1, notes: ['r'] },
    },
    {
      name: 'a gap',
      take: (note: ReturnType<typeof createNotebook>) => note.gap('g'),
      reading: { status: 'ok', facts: 1, incomplete: true, notes: ['g'] },
    },
  ])('closes with $name', ({ take, reading }) => {
    const notebook = createNotebook()
    take(notebook)
    expect(notebook.reading(1)).toEqual(reading)
  })
})
