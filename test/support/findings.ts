import { type ChecklistId, type CheckTexts, define, type Finding, pair, type Read } from '#shared/checks/check.ts'
import { judge, type Situation, testHost } from './world.ts'

const texts: CheckTexts<'bad' | 'odd' | 'good' | 'off', 'thing'> = {
  title: 'Things are well',
  why: 'Because.',
  judged: [],
  open: [],
  steps: {},
  messages: {
    bad: '{{names, list}} bad',
    odd: { one: '{{names, list}} is odd', other: '{{names, list}} are odd' },
    good: 'all well',
    off: 'no matter here',
  },
  evidence: { thing: 'seen' },
}

/** Findings of a made-up check. */
export const say = {
  bad: (name: string): Finding => ({ verdict: 'fail', message: { id: 'bad', params: { names: [name] } }, evidence: [thing(name)] }),
  odd: (name: string): Finding => ({ verdict: 'attention', message: { id: 'odd', params: { names: [name] } }, evidence: [thing(name)] }),
  good: (): Finding => ({ verdict: 'pass', message: { id: 'good' } }),
  off: (byProfile?: true): Finding => ({ verdict: 'not-applicable', message: { id: 'off' }, byProfile }),
}

export function thing(name: string) {
  return { probe: 'services', subject: name, kind: 'thing' } as const
}

export interface Options {
  readonly reads?: readonly Read[]
  readonly checklist?: ChecklistId
  readonly manual?: true
  readonly listsSubjects?: true
}

/** A made-up check whose rule says just this. */
export function checkThat(says: () => readonly Finding[], { reads = ['services'], checklist = 'unused-sync-tool', ...more }: Options = {}) {
  const definition = define({
    id: 'test-check',
    checklist,
    severity: 'high',
    reads,
    who: 'administrator',
    effort: 'minutes',
    steps: [],
    references: [],
    texts: { en: texts, de: texts },
    ...more,
  })
  return pair(definition, says as () => readonly Finding<'bad' | 'odd' | 'good' | 'off', 'thing'>[])
}

/** The one probe that the made-up check reads is there, and empty. */
export const there: Situation = { facts: { services: { services: [] }, host: testHost } }
export const verdictOf = (says: readonly Finding[], situation: Situation = there, options: Options = {}) =>
  judge(
    checkThat(() => says, options),
    situation,
  ).verdict
