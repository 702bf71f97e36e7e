import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { picturedPlan, rotationPicture } from '#build/pages/rotation-picture.ts'
import { acts, returningPhases } from '#shared/rotation/keys.ts'
import { rotationPlanSchema } from '#shared/rotation/plan.ts'

const written = readFileSync(join(import.meta.dirname, '..', '..', 'build', 'generated', 'rotation.md'), 'utf8')

describe('picture of the rotation', () => {
  it('is up to date; "npm run docs" writes it', () => {
    expect(written).toBe(rotationPicture(picturedPlan))
  }, 60_000)

  it('is drawn from a sound plan', () => {
    expect(rotationPlanSchema.parse(picturedPlan)).toEqual(picturedPlan)
  })

  it('shows every phase of a step that has several, and every phase of the way back', () => {
    const phases = Map.groupBy(
      Object.entries(acts).filter(([act]) => act !== 'remove-new-user' && act !== 'delete-new-generation' && act !== 'close'),
      ([, { step }]) => step,
    )
    const several = [...phases].flatMap(([step, own]) => {
      const names = [...new Set(own.map(([, { phase }]) => phase))]
      return names.length > 1 ? names.map((name) => `${step}_${name}`) : []
    })
    const back = Object.values(returningPhases).map((phase) => `returning_${phase}`)
    expect([...several, ...back].filter((name) => !written.includes(` as ${name}\n`))).toEqual([])
  })
})
