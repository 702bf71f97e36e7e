import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSample } from '#electron/core/bundled-samples.ts'
import { documentText } from '#electron/core/inputs.ts'
import { createJudge } from '#electron/core/judge.ts'
import { createEvaluationParts } from '#shared/evaluation/evaluate.ts'
import { loadSample, sampleIds } from '#shared/samples/index.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function typical() {
  const sample = await openSample('typical')
  if (sample === null) throw new Error('no sample')
  return sample
}

describe('createJudge', () => {
  it('judges with the digests of what it was given, and of nothing where nothing was', async () => {
    const { snapshot, now } = await typical()
    const judge = createJudge()
    const checkup = await judge({ snapshot, profile: null, answers: null, now, source: 'file' })
    expect(checkup.digests).toMatchObject({
      snapshot: sha256(documentText(loadSample('typical').snapshot)),
      profile: sha256(''),
      answers: sha256(''),
    })
    expect(checkup).toMatchObject({ evaluatedAt: now, source: 'file' })
    expect(checkup).not.toHaveProperty('sample')
  })

  it('makes its parts once', async () => {
    let made = 0
    const judge = createJudge((digest) => {
      made += 1
      return createEvaluationParts(digest)
    })
    const { snapshot, profile, answers, now } = await typical()
    for (let run = 0; run < 3; run += 1) await judge({ snapshot, profile, answers, now, source: 'file', sample: 'typical' })
    expect(made).toBe(1)
  })

  it('names the check whose rule breaks instead of judging', async () => {
    const judge = createJudge((digest) => {
      const parts = createEvaluationParts(digest)
      const [first, ...others] = parts.checks
      const broken = () => {
        throw new TypeError('a bug')
      }
      return { ...parts, checks: first === undefined ? [] : [{ ...first, rule: broken }, ...others] }
    })
    const { snapshot, profile, answers, now } = await typical()
    await expect(judge({ snapshot, profile, answers, now, source: 'file' })).rejects.toMatchObject({ checkId: 'remote-user-removed' })
  })
})

describe('openSample', () => {
  it('opens every bundled sample and no other', async () => {
    for (const id of sampleIds) expect(await openSample(id)).toMatchObject({ now: loadSample(id).now })
    for (const id of ['', 'none', 'toString', '__proto__']) expect(await openSample(id)).toBeNull()
  })
})
