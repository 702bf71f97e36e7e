import { identifierOf, withImports, withListEntry } from './names.ts'

/** Stands wherever words of the author's own have to come; a test refuses it in the finished product. */
export const MARKER = 'REPLACE:'

const texts = (title: string): string => `{
      title: '${MARKER} ${title}',
      why: '${MARKER} why it matters',
      judged: ['${MARKER} one rule a line'],
      open: [],
      steps: { change: { text: '${MARKER} what to do, one act a step' } },
      messages: { good: '${MARKER} a clause', bad: { one: '${MARKER} {{services, list}}', other: '${MARKER} {{services, list}}' } },
      evidence: { stopped: '${MARKER} {{state}}' },
    }`

const definition = (id: string, checklist: string): string => `import { define } from '../check.ts'

export const definition = define({
  id: '${id}',
  checklist: '${checklist}',
  severity: 'medium',
  reads: ['services'],
  who: 'administrator',
  effort: 'minutes',
  steps: [{ id: 'change' }],
  references: [],
  texts: {
    en: ${texts('the good state, subject first')},
    de: ${texts('der gute Zustand, das Subjekt zuerst')},
  },
})
`

const rule = `import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

export const rule: RuleOf<typeof definition> = ({ facts }) => {
  const stopped = (facts.services?.services ?? []).filter(({ state, startMode }) => state === 'stopped' && startMode === 'auto')
  if (stopped.length === 0) return [{ verdict: 'pass', message: { id: 'good' } }]
  return stopped.map(({ name, state }) => ({
    verdict: 'fail',
    message: { id: 'bad', params: { services: [name] } },
    evidence: [{ probe: 'services', subject: name, kind: 'stopped', params: { state } }],
  }))
}
`

const test = (id: string): string => `import { describe, expect, it } from 'vitest'
import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/${id}/definition.ts'
import { rule } from '#shared/checks/${id}/rule.ts'
import { judge, service } from '../../support/world.ts'

const check = pair(definition, rule)

describe('${id}', () => {
  it.each([
    ['passes', 'where every automatic service runs', [service('A', 'LocalSystem')]],
    ['fails', 'and names an automatic service that stands still', [service('A', 'LocalSystem', { state: 'stopped' })]],
  ] as const)('%s %s', (outcome, _where, services) => {
    expect(judge(check, { facts: { services: { services } } }).verdict).toBe(outcome === 'passes' ? 'pass' : 'fail')
  })

  it('stays unknown where the services were not collected', () => {
    expect(judge(check, {}).verdict).toBe('unknown')
  })
})
`

/** The files of a new check, by path from the root of the repository. */
export function checkFiles(id: string, checklist: string): ReadonlyMap<string, string> {
  return new Map([
    [`shared/checks/${id}/definition.ts`, definition(id, checklist)],
    [`shared/checks/${id}/rule.ts`, rule],
    [`test/shared/checks/${id}.test.ts`, test(id)],
  ])
}

/** The one list with the new check at its end; its author moves the line to where a person meets the check. */
export function listWithCheck(source: string, id: string): string {
  const name = identifierOf(id)
  const imported = withImports(source, [
    `import { definition as ${name} } from './${id}/definition.ts'`,
    `import { rule as ${name}Rule } from './${id}/rule.ts'`,
  ])
  return withListEntry(imported, 'export const checks: readonly Check[] = [', ']', `  pair(${name}, ${name}Rule),`)
}
