import { describe, expect, it } from 'vitest'

import { acts, backPhases, closedReasons, decisions, steps, troubleReasons } from '#shared/rotation/keys.ts'
import { rotationActTexts } from '#shared/texts/rotation-acts.ts'

const wanted = [
  ...steps.map((step) => `rotation-step/${step}`),
  ...backPhases.map((phase) => `rotation-back-step/${phase}`),
  ...['you', 'consultant', 'app'].map((owner) => `rotation-owner/${owner}`),
  ...Object.keys(acts).map((act) => `rotation-act/${act}`),
  ...Object.values(acts).map(({ check }) => `rotation-check/${check}`),
  ...Object.values(acts).flatMap(({ inverse }) => (inverse === null ? [] : [`rotation-back/${inverse}`])),
  ...closedReasons.map((reason) => `rotation-closed/${reason}`),
  ...troubleReasons.map((reason) => `rotation-trouble/${reason}`),
  ...decisions.map((decision) => `rotation-decision/${decision}`),
]

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort()

describe('names of the rotation', () => {
  it.each(['en', 'de'] as const)('are there in %s for each key, and for nothing else', (language) => {
    expect(Object.keys(rotationActTexts[language]).toSorted()).toEqual([...new Set(wanted)].toSorted())
  })

  it.each(Object.entries(rotationActTexts.en))('say %s in German with the same names in it', (key, text) => {
    const german = rotationActTexts.de[key as keyof typeof rotationActTexts.de]
    expect(placeholders(german)).toEqual(placeholders(text))
  })
})
