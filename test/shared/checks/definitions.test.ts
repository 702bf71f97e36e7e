import { describe, expect, it } from 'vitest'

import type { CheckTexts, Template } from '#shared/checks/check.ts'
import { checklists, checks } from '#shared/checks/index.ts'
import { probeIds } from '#shared/facts/index.ts'

const placeholder = /\{\{(\w+)(?:, *(\w+))?\}\}/g

function formsOf(template: Template): string[] {
  return typeof template === 'string' ? [template] : [template.one, template.other]
}

/** Names of the parameters of a template; a singular form may leave one out. */
function parametersOf(template: Template): string[] {
  const names = formsOf(template).flatMap((form) => [...form.matchAll(placeholder)].map((match) => match[1] ?? ''))
  return [...new Set(names)].sort()
}

function templatesOf(texts: CheckTexts): [string, Template][] {
  return [
    ...Object.entries(texts.messages),
    ...Object.entries(texts.evidence).map(([key, value]): [string, Template] => [`evidence/${key}`, value]),
  ]
}

describe.each(checks.map(({ definition }) => [definition.id, definition] as const))('definition of %s', (_id, definition) => {
  const { en, de } = definition.texts

  it('has the same messages with the same parameters in both languages', () => {
    const shape = (texts: CheckTexts) => Object.fromEntries(templatesOf(texts).map(([key, template]) => [key, parametersOf(template)]))
    expect(shape(de)).toEqual(shape(en))
  })

  it('states the good state as title, subject first, and why in one sentence', () => {
    for (const texts of [en, de]) {
      expect(texts.title.length).toBeLessThanOrEqual(150)
      expect(texts.title).not.toMatch(/^(Ensure|Make sure|Check|Remove|Prüfen|Sicherstellen)\b|[.!]$/)
      expect(texts.why).toMatch(/^\p{Lu}.*\.$/su)
    }
  })

  it('has clauses without capital letter or full stop of their own', () => {
    for (const [key, template] of templatesOf(en)) for (const form of formsOf(template)) expect(form, key).not.toMatch(/\.$/)
  })

  it('has a text for each step and each judged line, and steps that say what to do', () => {
    const steps = definition.steps.map((step) => step.id).sort()
    for (const texts of [en, de]) {
      expect(Object.keys(texts.steps).sort()).toEqual(steps)
      expect(texts.judged.length).toBeGreaterThan(0)
    }
    expect(new Set(steps).size).toBe(definition.steps.length)
    expect(de.judged).toHaveLength(en.judged.length)
    expect(de.open).toHaveLength(en.open.length)
    expect(steps.length).toBeGreaterThan(0)
    expect(definition.references.length).toBeGreaterThan(0)
  })

  it('never advises to deny network logon, and puts no password on a command line', () => {
    const words = JSON.stringify(definition.steps) + JSON.stringify([en.steps, de.steps])
    expect(words).not.toMatch(/SeDenyNetworkLogonRight|net user \S+ \S|password=|\/rp /i)
  })

  it('reads probes that exist, each once, and belongs to a checklist', () => {
    const reads = definition.reads.map((read) => read.replace('?', ''))
    expect(probeIds).toEqual(expect.arrayContaining(reads))
    expect(new Set(reads).size).toBe(reads.length)
    expect(checklists.map((checklist) => checklist.id)).toContain(definition.checklist)
  })

  it('links to web pages over https', () => {
    for (const reference of definition.references) expect(reference.url).toMatch(/^https:\/\/[\w.-]+\//)
  })
})

describe('the list of checks', () => {
  it('has each id once, in the order of the checklists', () => {
    const ids = checks.map((check) => check.definition.id)
    expect(new Set(ids).size).toBe(ids.length)
    const order = checks.map((check) => checklists.findIndex((checklist) => checklist.id === check.definition.checklist))
    expect(order).toEqual([...order].sort((one, other) => one - other))
  })
})
