import { describe, expect, it } from 'vitest'
import { createRehearsalHands } from '#electron/rotation/rehearsal/hands.ts'
import {
  heldBy,
  type RotationWorld,
  rotationWorld,
  secretOf,
  textOfWorld,
  WrongOrder,
  worldIn,
} from '#electron/rotation/rehearsal/world.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { actsOf } from '#shared/rotation/recover.ts'
import { rotationPlan, rotationPlans, windowsLogin } from '../../../support/rotation-plans.ts'

const SAID = { by: 'Robin Vale', session: null } as const
const LOGIN = windowsLogin().key

function rehearsalOf(plan: RotationPlan, pace: (signal: AbortSignal) => Promise<void> = async () => undefined) {
  let kept: RotationWorld = rotationWorld(plan)
  const hands = createRehearsalHands({
    plan,
    pace,
    world: {
      read: async () => kept,
      write: async (world) => {
        kept = world
      },
    },
  })
  const act = (intent: Intent, signal = new AbortController().signal) => hands.act(intent, SAID, signal)
  return { hands, act, world: () => kept }
}

const actOf = (plan: RotationPlan, act: Intent['act']): Intent => {
  const found = actsOf(plan, '2026-03-02T09:00:00.000Z').find((intent) => intent.act === act)
  if (found === undefined) throw new Error(`no ${act} in this plan`)
  return found
}

describe('hands of a rehearsal', () => {
  it('do nothing once nobody waits for them any more', async () => {
    const ended = new AbortController()
    const rehearsal = rehearsalOf(rotationPlan(), async () => ended.abort())
    const outcome = await rehearsal.act(actOf(rotationPlan(), 'generate'), ended.signal)
    expect(outcome).toMatchObject({ kind: 'failed', failure: { type: 'act-failed', outcome: 'not-done' } })
    expect(secretOf(rehearsal.world(), LOGIN, 1)).toBeUndefined()
  })

  it('make a password, and say what it is worth', async () => {
    const plan = rotationPlan({ logins: [windowsLogin({ length: 24 })] })
    const rehearsal = rehearsalOf(plan)
    expect(await rehearsal.act(actOf(plan, 'generate'))).toEqual({ kind: 'done', learned: { grade: 'good', unique: true, entry: null } })
    expect(secretOf(rehearsal.world(), LOGIN, 1)).toMatch(/^practice-1-/)
    expect(await rehearsalOf(rotationPlan()).act(actOf(rotationPlan(), 'generate'))).toMatchObject({ learned: { grade: 'best' } })
  })

  it('leave a world as it was where an act is refused', async () => {
    const plan = rotationPlan()
    const rehearsal = rehearsalOf(plan)
    await expect(rehearsal.act(actOf(plan, 'set-service-account'))).rejects.toThrow(WrongOrder)
    expect(heldBy(rehearsal.world(), LOGIN, 'service:WSPSync')).toBe(`practice-old-${LOGIN}`)
  })

  it('notice that a login does not take a password, also where nobody knew the old one', async () => {
    const plan = rotationPlans['a reset without a pause']
    const rehearsal = rehearsalOf(plan)
    await rehearsal.act(actOf(plan, 'generate'))
    await expect(rehearsal.act(actOf(plan, 'verify-login'))).rejects.toThrow('1326')
    await rehearsal.act(actOf(plan, 'change-password'))
    expect(await rehearsal.act(actOf(plan, 'verify-login'))).toEqual({ kind: 'done', learned: {} })
  })

  it('tell of the server what is true there', async () => {
    const plan = rotationPlan()
    const { hands, act } = rehearsalOf(plan)
    expect(await hands.ask({ about: 'service', service: 'WSPSync' })).toMatchObject({ state: 'running', startMode: 'auto' })
    expect(await hands.ask({ about: 'secret', login: LOGIN, generation: 1 })).toMatchObject({ present: false })
    await act(actOf(plan, 'generate'))
    expect(await hands.ask({ about: 'secret', login: LOGIN, generation: 1 })).toMatchObject({ present: true })
    expect(await hands.ask({ about: 'password', login: LOGIN, by: 'password-age' })).toMatchObject({ holds: 0 })
    await act(actOf(plan, 'change-password'))
    expect(await hands.ask({ about: 'password', login: LOGIN, by: 'password-age' })).toMatchObject({ holds: 1 })
  })
})

describe('world of a rehearsal', () => {
  it('comes back from its text as it was', () => {
    const world = rotationWorld(rotationPlan())
    expect(worldIn(textOfWorld(world))).toEqual(world)
  })

  it.each([
    ['nothing', ''],
    ['a half of it', textOfWorld(rotationWorld(rotationPlan())).slice(0, 90)],
    ['another file', '{"schema":"erp-sync-checkup/snapshot@1"}'],
    ['a password that could open something', textOfWorld(rotationWorld(rotationPlan())).replace('practice-old', 'hunter2')],
  ])('is damaged where its file holds %s', (_name, text) => {
    expect(worldIn(text)).toBeNull()
  })
})
