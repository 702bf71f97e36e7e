import { describe, expect, it } from 'vitest'

import { reportTextsDe } from '#shared/texts/report/de.ts'
import { reportTextsEn } from '#shared/texts/report/en.ts'

const names = (template: string): string[] => [...template.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '').sort()

describe('texts of reports', () => {
  it('have the same keys in every language', () => {
    expect(Object.keys(reportTextsDe)).toEqual(Object.keys(reportTextsEn))
  })

  it('name the same values in every language', () => {
    for (const [key, template] of Object.entries(reportTextsEn)) {
      expect([key, names(reportTextsDe[key as keyof typeof reportTextsDe])]).toEqual([key, names(template)])
    }
  })

  it('have an end for one and for many wherever they have one of both', () => {
    const keys = Object.keys(reportTextsEn)
    for (const key of keys.filter((each) => each.endsWith('_one'))) expect(keys).toContain(key.replace(/_one$/, '_other'))
    for (const key of keys.filter((each) => each.endsWith('_other'))) expect(keys).toContain(key.replace(/_other$/, '_one'))
  })
})
