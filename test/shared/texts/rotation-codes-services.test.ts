import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { rotationCodeServiceTexts } from '#shared/texts/rotation-codes-services.ts'

const { en, de } = rotationCodeServiceTexts
const hands = join(import.meta.dirname, '..', '..', '..', 'electron', 'rotation', 'server')

/** Codes that the hands on services, rights and logs spell out; those of Windows come with the number that Windows gives. */
const spelledOut = readdirSync(hands)
  .filter((file) => /^(?:services|rights|watch)\b.*\.ts$/.test(file))
  .flatMap((file) => [...readFileSync(join(hands, file), 'utf8').matchAll(/'((?:service|right|event|processes)-[a-z\d-]+)'/g)])
  .map(([, code]) => `rotation-code/${code}`)

describe('codes of services, rights and logs', () => {
  it('have words for everything that is spelled out', () => {
    expect(spelledOut.length).toBeGreaterThan(10)
    expect(spelledOut.filter((key) => !(key in en))).toEqual([])
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
