import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { hasCodeText } from '#shared/texts/rotation-codes.ts'
import { rotationCodeByHandTexts } from '#shared/texts/rotation-codes-by-hand.ts'

const { en, de } = rotationCodeByHandTexts
const acts = join(import.meta.dirname, '..', '..', '..', 'electron', 'rotation', 'server', 'by-hand-acts.ts')

/** Codes as the hands spell them out; `update-by-hand` is an act. */
const spelledOut = [...readFileSync(acts, 'utf8').matchAll(/'(by-hand-[a-z]+)'/g)].map(([, code = '']) => code)

describe('codes of what a person does', () => {
  it('have words for everything that is spelled out, and for nothing else', () => {
    expect(spelledOut.map((code) => `rotation-code/${code}`).sort()).toEqual(Object.keys(en).sort())
    expect(spelledOut.every(hasCodeText)).toBe(true)
  })

  it('have the same in German', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en))
  })

  it.each([en, de])('say in one sentence what to do, each of its own', (texts) => {
    const sentences = Object.values(texts)
    for (const sentence of sentences) expect(sentence).toMatch(/^[^.{]+[:,] [^.{]+\.$/)
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})
