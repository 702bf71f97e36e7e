import { createHash } from 'node:crypto'

import { createEvaluationParts, evaluate } from '#shared/evaluation/evaluate.ts'
import { readSnapshot } from '#shared/formats/reader.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { largeSnapshot } from './large-snapshot.ts'
import { medianMs } from './measure.ts'

const SIZES_MEGABYTES = [0.1, 1, 10, 100] as const

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const parts = createEvaluationParts(sha256)

console.log('size        JSON.parse   evaluation            read + validate + evaluate')
for (const megabytes of SIZES_MEGABYTES) {
  const { snapshot, profile, now } = largeSnapshot(megabytes)
  const text = JSON.stringify(snapshot)
  const judge = (facts: Snapshot): unknown =>
    evaluate(
      { snapshot: facts, profile, answers: null, now, source: 'file', digests: { snapshot: '', profile: '', answers: '' }, sha256 },
      parts,
    )
  const whole = (): unknown => {
    const read = readSnapshot(text)
    if (!read.ok) throw new Error(`${read.path}: ${read.expected}`)
    return judge(read.value)
  }
  const parsed = JSON.parse(text) as Snapshot
  const [parseMs, evaluateMs, wholeMs] = medianMs(megabytes, [() => JSON.parse(text), () => judge(parsed), whole])
  const ratio = (ms: number): string => `${ms.toFixed(1).padStart(8)} ms = ${(ms / parseMs).toFixed(2)} x`
  const size = `${(text.length / 1e6).toFixed(1)} MB`
  console.log(`${size.padEnd(10)}${parseMs.toFixed(1).padStart(9)} ms ${ratio(evaluateMs)} (aim 1.0) ${ratio(wholeMs)} (aim 3)`)
}
