import path from 'node:path'

import { describe, expect, it } from 'vitest'

import type { Checkup } from '#shared/formats/checkup.ts'
import { tableReport } from '#shared/report/table.ts'
import { displayWidth } from '#shared/report/text-layout.ts'
import { checkupWithItems, longNames, longWord, sampleCheckup, sampleItem } from '../../support/checkup.ts'
import { expectGolden } from '../../support/golden.ts'
import { hostileCheckup, unseen } from '../../support/hostile-checkup.ts'
import { reportOf } from '../../support/report-of.ts'
import { reportTranslator } from '../../support/report-translator.ts'

interface Options {
  readonly checkup?: Checkup
  readonly language?: 'en' | 'de'
  readonly width?: number
  readonly colour?: boolean
}

function table({ checkup = sampleCheckup, language = 'en', width = 80, colour = false }: Options = {}): string {
  const translator = reportTranslator(language)
  return tableReport(reportOf(checkup, translator), translator, { width, colour })
}

const escapeSequence = new RegExp(`${String.fromCharCode(0x1b)}\\[\\d+m`, 'g')

describe('tableReport', () => {
  it.each(['en', 'de'] as const)('is the table that was approved at 80 columns (%s)', (language) => {
    expectGolden(path.join(import.meta.dirname, 'golden', `table-${language}.txt`), table({ language }))
  })

  it.each([40, 60, 80, 100, 110])('keeps within %i columns', (width) => {
    for (const checkup of [sampleCheckup, hostileCheckup, longNames]) {
      for (const line of table({ checkup, width }).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    }
  })

  it('gets no wider than can be read', () => {
    expect(Math.max(...table({ width: 300 }).split('\n').map(displayWidth))).toBeLessThanOrEqual(110)
  })

  it('has no escape sequence without colour', () => {
    expect(table()).not.toContain('\u001B')
  })

  it('changes nothing but colours with colour', () => {
    const coloured = table({ colour: true })
    expect(coloured).toMatch(escapeSequence)
    const withoutTrailing = (text: string): string => text.replace(escapeSequence, '').replace(/ +$/gm, '')
    expect(withoutTrailing(coloured)).toBe(table())
  })

  it.each([false, true])('lets no name steer the terminal (colour: %s)', (colour) => {
    const text = table({ checkup: hostileCheckup, colour }).replace(escapeSequence, '')
    expect(text.replaceAll('\n', '')).not.toMatch(unseen)
    expect(text).toContain('[U+001B]')
  })

  it('loses nothing of a name longer than a line', () => {
    expect(table({ checkup: longNames }).replace(/\s/g, '')).toContain(longWord)
  })

  it('lists some of the evidence and says how much more there is', () => {
    expect(table()).toContain('- and 2 more (see --format json)')
  })

  it('has no evidence below what passed', () => {
    const passed = table({ checkup: checkupWithItems([sampleItem('remote-user-removed')]) })
    expect(passed).toContain('cimremote no longer exists on this server.')
    expect(passed).not.toContain('no such local user')
  })

  it('names the check that an answer has to name', () => {
    expect(table()).toContain('check other-remote-access-removed, severity medium')
  })

  it('marks a sample', () => {
    expect(table({ checkup: { ...sampleCheckup, sample: 'typical' } })).toContain('Sample server “typical”')
  })

  it('ends with grade, coverage and what to do next', () => {
    const end = table().split(`${'='.repeat(80)}\n`)[1]
    expect(end).toMatch(/^Result: Gaps found\n/)
    expect(end).toContain('Coverage: 5 of 10 verified, 1 confirmed by a person')
    expect(end).toContain('1. Close the gap: start with “GoToAssist is removed”, then check again.')
  })

  it('has only the next review left to do where all is well', () => {
    const { answerProblems: _, notCollected: __, ...checkup } = checkupWithItems([sampleItem('passwords-stored-safely')])
    expect(table({ checkup: { ...checkup, grade: 'best' } })).toMatch(/What to do next\n {2}1\. Check again by 1 June 2026\.\n$/)
  })
})
