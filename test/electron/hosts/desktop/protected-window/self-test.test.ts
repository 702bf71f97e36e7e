import { describe, expect, it } from 'vitest'

import { BLOCK_SIZE, patternPicture } from '#electron/hosts/desktop/protected-window/pictures.ts'
import { type SelfTestPorts, testProtection } from '#electron/hosts/desktop/protected-window/self-test.ts'
import { canvas, paintPicture, patternOf } from './painted-screen.ts'

const ORDINARY = patternOf('one')
const GUARDED = patternOf('two')
const SIZES = { fromPx: BLOCK_SIZE / 1.1, toPx: BLOCK_SIZE * 1.1 }

type Seen = 'ordinary' | 'guarded' | 'half of guarded'

/** A picture with these patterns, each in its place. */
function picture(...seen: readonly Seen[]) {
  const screen = canvas(620, 480, 40)
  if (seen.includes('ordinary')) paintPicture(screen, patternPicture(ORDINARY), 10, 10, 1)
  if (seen.includes('guarded') || seen.includes('half of guarded')) paintPicture(screen, patternPicture(GUARDED), 20, 240, 1)
  if (seen.includes('half of guarded')) screen.fill(20, 240 + BLOCK_SIZE * 12, 576, BLOCK_SIZE * 6, 128)
  return { bitmap: screen.bitmap, sizes: SIZES }
}

const NONE = { bitmap: canvas(0, 0).bitmap, sizes: SIZES }

/** Screens by capture; the last one stays. */
async function proofOf(captures: readonly (readonly ReturnType<typeof picture>[])[], ports: Partial<SelfTestPorts> = {}) {
  const waits: number[] = []
  let taken = 0
  const proof = await testProtection(
    {
      capture: async () => captures[Math.min(taken++, captures.length - 1)] ?? [],
      painted: async () => picture('guarded'),
      hasAffinity: () => true,
      wait: async (durationMs) => void waits.push(durationMs),
      ...ports,
    },
    { ordinary: ORDINARY, protectedOne: GUARDED },
  )
  return { proof, taken, waits }
}

const notProven = (reason: string) => ({ kind: 'not-proven', reason })

describe('self-test', () => {
  it('takes two captures that show the ordinary window alone', async () => {
    const { proof, taken, waits } = await proofOf([[picture('ordinary')]])
    expect([proof, taken, waits]).toEqual([{ kind: 'proven' }, 2, [300, 150]])
  })

  it('waits for an ordinary window that is painted late', async () => {
    const { proof, taken } = await proofOf([[picture()], [picture()], [picture('ordinary')]])
    expect([proof, taken]).toEqual([{ kind: 'proven' }, 4])
  })

  it('finds the ordinary window on any of several screens', async () => {
    expect((await proofOf([[picture(), picture('ordinary'), NONE]])).proof).toEqual({ kind: 'proven' })
  })

  it.each([
    {
      name: 'black pictures',
      captures: [[{ bitmap: canvas(620, 480).bitmap, sizes: SIZES }]],
      reason: 'ordinary-window-not-seen',
      taken: 12,
    },
    { name: 'pictures without a pattern', captures: [[picture()]], reason: 'ordinary-window-not-seen', taken: 12 },
    { name: 'an ordinary window that comes and goes', captures: flicker(), reason: 'ordinary-window-not-seen', taken: 12 },
    { name: 'no pictures', captures: [[]], reason: 'nothing-captured', taken: 12 },
    { name: 'empty pictures', captures: [[NONE]], reason: 'nothing-captured', taken: 12 },
    { name: 'both patterns', captures: [[picture('ordinary', 'guarded')]], reason: 'protected-window-seen', taken: 1 },
    { name: 'the protected one alone', captures: [[picture('guarded')]], reason: 'protected-window-seen', taken: 1 },
    {
      name: 'a part of the protected one',
      captures: [[picture('ordinary', 'half of guarded')]],
      reason: 'protected-window-seen',
      taken: 1,
    },
    {
      name: 'the protected one on another screen',
      captures: [[picture('ordinary'), picture('guarded')]],
      reason: 'protected-window-seen',
      taken: 1,
    },
    {
      name: 'the protected one a moment later',
      captures: [[picture('ordinary')], [picture('ordinary', 'guarded')]],
      reason: 'protected-window-seen',
      taken: 2,
    },
  ])('does not take $name for a proof', async ({ captures, reason, taken }) => {
    const outcome = await proofOf(captures)
    expect([outcome.proof, outcome.taken]).toEqual([notProven(reason), taken])
  })

  it('does not take a protected window for hidden that was never painted', async () => {
    const { proof, taken } = await proofOf([[picture('ordinary')]], { painted: async () => picture() })
    expect([proof, taken]).toEqual([notProven('protected-window-not-painted'), 0])
  })

  it.each([0, 1, 2])('asks Windows each time: a protection that is gone after %d captures is none', async (held) => {
    let asked = 0
    expect((await proofOf([[picture('ordinary')]], { hasAffinity: () => asked++ < held })).proof).toEqual(notProven('no-affinity'))
  })
})

function flicker() {
  return Array.from({ length: 12 }, (_, index) => [index % 2 === 0 ? picture('ordinary') : picture()])
}
