import { describe, expect, it } from 'vitest'

import { rotationTextsDe } from '#shared/texts/report/rotation-de.ts'
import { rotationTextsEn } from '#shared/texts/report/rotation-en.ts'

const names = (template: string): string[] => [...template.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').sort()

describe('texts of the report of a password change', () => {
  it('have the same keys in every language, in the same order', () => {
    expect(Object.keys(rotationTextsDe)).toEqual(Object.keys(rotationTextsEn))
  })

  it.each(Object.entries(rotationTextsEn))('%s names the same values in German', (key, template) => {
    expect(names(rotationTextsDe[key as keyof typeof rotationTextsDe])).toEqual(names(template))
  })
})
