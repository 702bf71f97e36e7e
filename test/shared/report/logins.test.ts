import { describe, expect, it } from 'vitest'

import type { CheckupItem } from '#shared/formats/checkup.ts'
import { loginsOf } from '#shared/report/logins.ts'
import { evidenceOf, sampleItem } from '../../support/checkup.ts'
import { reportTranslator } from '../../support/report-translator.ts'

type Piece = CheckupItem['evidence'][number]

function piece(kind: string, verdict: CheckupItem['verdict'] | undefined, probe = 'answers'): Piece {
  const { verdict: _, ...evidence } = evidenceOf('passwords-strong-unique', probe, 'erp_sync', kind, {}, 'pass')
  return verdict === undefined ? evidence : { ...evidence, verdict }
}

function gradesOf(...evidence: readonly Piece[]): (string | undefined)[] {
  return loginsOf([{ ...sampleItem('passwords-strong-unique'), evidence }], reportTranslator()).map(({ gradeWord }) => gradeWord)
}

describe('loginsOf', () => {
  it.each([
    ['Best', [piece('best', 'pass')], ['Best']],
    ['Good', [piece('good', 'pass')], ['Good']],
    ['Good beside what decides nothing', [piece('good', 'pass'), piece('policy-not-checked', undefined)], ['Good']],
    ['no grade of a password used elsewhere too', [piece('not-unique', 'fail'), piece('best', 'pass')], ['not confirmed']],
    ['no grade of a password that was set again', [piece('set-at-another-time', 'attention'), piece('best', 'pass')], ['not confirmed']],
    ['no grade of a weak password, and nothing worse', [piece('weak', 'fail')], ['not confirmed']],
    ['no grade where nothing is recorded', [piece('no-record', 'attention')], ['not confirmed']],
    ['no login where the profile names none', [piece('no-login', 'attention', 'profile')], []],
  ])('gives %s', (_, evidence, grades) => {
    expect(gradesOf(...evidence)).toEqual(grades)
  })

  it('names nothing where the check is missing', () => {
    expect(loginsOf([sampleItem('gotoassist-removed')], reportTranslator())).toEqual([])
  })
})
