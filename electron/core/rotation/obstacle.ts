import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { Turn } from '../../rotation/conductor.ts'
import type { Obstacle } from './runs.ts'

/** Why a run cannot be continued, one sentence. */
export function obstacleLine(translator: Translator, obstacle: Obstacle): string {
  const place = obstacle.kind === 'place' ? obstacle.place : null
  return translator.text(`rotation-obstacle/${obstacle.kind}`, {
    index: 'index' in obstacle ? obstacle.index : 0,
    format: 'format' in obstacle ? visibleText(obstacle.format) : '',
    code: 'code' in obstacle ? visibleText(obstacle.code) : '',
    folder: visibleText(place?.folder ?? ''),
    problem: place !== null && 'problem' in place ? `${place.problem} ${visibleText(place.detail)}`.trim() : '',
  })
}

interface ProblemLines {
  readonly kind: 'problem'
  readonly line: string
  readonly next: string | null
}

/** What a person is told of a journal that takes no more. */
export function unwrittenLines(
  translator: Translator,
  { fault, interrupted }: Extract<Turn, { readonly kind: 'unwritten' }>,
): ProblemLines {
  const next = translator.text('rotation-problem/next')
  if ('problem' in fault) {
    const { kind, ...params } = fault.problem
    const visible = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, visibleText(value)]))
    const problem = translator.text(`vault/problem/${kind}`, visible)
    const key = fault.reason === 'not-asked' ? 'not-asked' : 'keychain'
    return { kind: 'problem', line: translator.text(`rotation-problem/${key}`, { problem }), next }
  }
  const key = interrupted ? 'interrupted' : 'unwritten'
  return { kind: 'problem', line: translator.text(`rotation-problem/${key}`, { code: visibleText(fault.code) || fault.reason }), next }
}
