import { describe, expect, it } from 'vitest'

import type { Checkup, CheckupItem } from '#shared/formats/checkup.ts'
import type { Report } from '#shared/report/model.ts'
import { checkupWithItems, sampleCheckup, sampleItem } from '../../support/checkup.ts'
import { hostileCheckup, unseen } from '../../support/hostile-checkup.ts'
import { reportOf } from '../../support/report-of.ts'
import { reportTranslator } from '../../support/report-translator.ts'

const english = reportTranslator('en')
const german = reportTranslator('de')

function report(checkup: Checkup = sampleCheckup): Report {
  return reportOf(checkup, english)
}

function answered(
  id: string,
  verdict: CheckupItem['verdict'],
  ...kinds: readonly ('confirmed' | 'denied' | 'not-applicable' | 'kept' | 'accepted-risk')[]
) {
  const answers = kinds.map((kind) => ({ kind, by: 'Dana Weber', at: '2026-02-27T09:30:00Z', note: '', until: '2026-06-30' }))
  return { ...sampleItem(id), verdict, answers: answers.length === 0 ? undefined : answers } as CheckupItem
}

function allText(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allText) : []
}

describe('createReport', () => {
  it('heads the report with who, what and when, in UTC and as given', () => {
    const fields = Object.fromEntries(
      report().fields.map(({ id, value, instant }) => [id, instant === undefined ? value : `${value} | ${instant}`]),
    )
    expect(fields).toEqual({
      organization: 'Bergmann & Söhne Outdoor GmbH',
      server: 'ERP01',
      erp: 'Sage 100 Premium',
      evaluated: '1 March 2026, 08:15 UTC | 2026-03-01T08:15:00Z',
      snapshot: '1 March 2026, 08:14 UTC | 2026-03-01T08:14:51Z',
      source: 'read on this server',
      'prepared-by': 'Dana Weber',
      consultant: 'Sam Ortiz',
    })
  })

  it('says what was not given instead of leaving it blank', () => {
    const { preparedBy: _, consultant: __, ...profile } = sampleCheckup.profile
    const told = report({ ...sampleCheckup, profile: { ...profile, organization: ' ', erp: { product: '', database: 'none' } } })
    expect(told.fields.map((field) => field.value).slice(0, 3)).toEqual(['not given', 'ERP01', 'not given'])
    expect(told.fields.map((field) => field.id)).not.toContain('consultant')
  })

  it('shows a phase that changes what is judged', () => {
    const deploying = report({ ...sampleCheckup, profile: { ...sampleCheckup.profile, deployment: { phase: 'deploying' } } })
    expect(deploying.fields.find((field) => field.id === 'phase')?.value).toBe('sync tool being deployed')
  })

  it('marks a sample and nothing else', () => {
    expect(report().sample).toBeUndefined()
    expect(report({ ...sampleCheckup, sample: 'typical' }).sample).toContain('“typical”')
  })

  it('counts each checklist', () => {
    expect(report().checklists.map(({ id, outcome, countsInWords }) => [id, outcome, countsInWords])).toEqual([
      ['remote-access', 'gaps', '1 passed, 1 gap, 2 open'],
      ['designated-users', 'gaps', '3 passed, 1 gap, 2 not verified'],
      ['unused-sync-tool', 'not-applicable', '1 not applicable'],
    ])
  })

  it.each([
    ['not-applicable', ['remote-access', 'designated-users', 'unused-sync-tool'], ['Not applicable: the sync tool is in use here.']],
    ['open', ['remote-access', 'designated-users', 'unused-sync-tool', 'a-pack'], []],
  ] as const)('shows a pack that is %s', (outcome, shown, reasons) => {
    const withPack = {
      ...checkupWithItems([{ ...sampleItem('sync-tool-uninstalled'), checklist: 'a-pack' }]),
      checklists: [...sampleCheckup.checklists, { id: 'a-pack', title: 'A pack', outcome }],
    }
    const { checklists, otherPacks } = reportOf(withPack, { ...english, checklistTitle: (id) => `title of ${id}` })
    expect(checklists.map(({ id }) => id)).toEqual(shown)
    expect(otherPacks.map(({ sentence }) => sentence)).toEqual(reasons)
  })

  it('lists every gap, accepted risks last and with their end', () => {
    expect(report().gaps.map(({ id, accepted }) => [id, accepted?.inWords])).toEqual([
      ['gotoassist-removed', undefined],
      ['windows-user-designated', 'Accepted until 30 June 2026'],
    ])
  })

  it('puts worse gaps first', () => {
    const items = (['low', 'critical', 'medium', 'high'] as const).map((severity) => ({ ...sampleItem('gotoassist-removed'), severity }))
    expect(report(checkupWithItems(items)).gaps.map((gap) => gap.severity)).toEqual(['critical', 'high', 'medium', 'low'])
  })

  it('names the acceptance that ends first', () => {
    const [answer] = sampleItem('windows-user-designated').answers ?? []
    const item = { ...sampleItem('windows-user-designated'), answers: [answer!, { ...answer!, until: '2026-04-01' }] }
    expect(report(checkupWithItems([item])).gaps[0]?.accepted?.until).toBe('2026-04-01')
  })

  it('gives a first step for gaps and open items alone', () => {
    const steps = report().checklists.flatMap(({ items }) => items.map(({ verdict, firstStep }) => `${verdict} ${firstStep !== undefined}`))
    expect([...new Set(steps)].sort()).toEqual(['attention true', 'fail true', 'not-applicable false', 'pass false', 'unknown false'])
  })

  it('says who answered what about which things', () => {
    const open = report().open.find(({ id }) => id === 'other-remote-access-removed')
    expect(open?.answers.map(({ sentence }) => sentence)).toEqual([
      'Kept according to Dana Weber on 27 February 2026 for WinRM: “Used by the backup server”',
    ])
  })

  it('tells of designated logins whether they are Good or Best', () => {
    expect(report().logins).toEqual([
      { login: 'ERP01\\svc-wsp', grade: 'best', gradeWord: 'Best' },
      { login: 'WSPSYNC', grade: 'good', gradeWord: 'Good' },
      { login: 'wsp_reader', grade: 'best', gradeWord: 'Best' },
    ])
  })

  it('names what was not checked', () => {
    const { notChecked } = report()
    expect(notChecked.items.map(({ id }) => id)).toEqual(['sql-user-designated', 'sql-read-only'])
    expect(notChecked.probes).toEqual([
      { id: 'sql-server', name: 'SQL Server', reason: 'reading failed: ESOCKET: connection refused' },
      { id: 'tls-endpoints', name: 'web addresses', reason: 'not collected' },
    ])
    expect(notChecked.answers).toEqual(['The answer by Sam Ortiz to remote-user-removed counted until 2026-01-31.'])
    expect(notChecked.isEmpty).toBe(false)
  })

  it('says that nothing was left out where nothing was', () => {
    const { answerProblems: _, notCollected: __, ...whole } = checkupWithItems([sampleItem('passwords-stored-safely')])
    expect(report(whole).notChecked.isEmpty).toBe(true)
  })

  it('shows a probe and a status that this version does not know as they are', () => {
    const probes = report({ ...sampleCheckup, notCollected: [{ probe: 'new-probe', status: 'odd', reason: '' }] }).notChecked.probes
    expect(probes).toEqual([{ id: 'new-probe', name: 'new-probe', reason: 'odd' }])
  })

  it('says the same in German', () => {
    const words = reportOf(sampleCheckup, german)
    expect(words.grade.word).toBe('Lücken gefunden')
    expect(words.coverage.inWords).toBe(
      '5 von 10 geprüft, 1 von einer Person bestätigt, 2 nicht prüfbar, 2 warten auf eine Antwort oder Entscheidung',
    )
    expect(words.fields.find(({ id }) => id === 'evaluated')?.value).toBe('1. März 2026, 08:15 UTC')
  })

  it.each([
    ['English', english],
    ['German', german],
  ])('lets no unseen character through in %s', (_, translator) => {
    expect(allText(reportOf(hostileCheckup, translator)).filter((text) => unseen.test(text))).toEqual([])
  })

  it('promises no certification', () => {
    expect(report().scope.join(' ')).toContain('no certification under ISO, CIS or any other standard')
  })
})

describe('coverage', () => {
  it.each([
    ['passed by facts', answered('gotoassist-removed', 'pass'), 'verified'],
    ['failed by facts', answered('gotoassist-removed', 'fail'), 'verified'],
    ['failed although a person accepts it', answered('gotoassist-removed', 'fail', 'accepted-risk'), 'verified'],
    ['confirmed', answered('gotoassist-removed', 'pass', 'confirmed'), 'byPerson'],
    ['kept', answered('gotoassist-removed', 'pass', 'kept'), 'byPerson'],
    ['denied', answered('gotoassist-removed', 'fail', 'denied'), 'byPerson'],
    ['not applicable by a person', answered('gotoassist-removed', 'not-applicable', 'not-applicable'), 'byPerson'],
    ['not applicable by facts', answered('gotoassist-removed', 'not-applicable'), 'notApplicable'],
    ['open', answered('gotoassist-removed', 'attention'), 'open'],
    ['open although partly kept', answered('gotoassist-removed', 'attention', 'kept'), 'open'],
    ['not verified', answered('gotoassist-removed', 'unknown'), 'unknown'],
    ['not verified although accepted', answered('gotoassist-removed', 'unknown', 'accepted-risk'), 'unknown'],
  ] as const)('counts an item %s', (_, item, kind) => {
    const { inWords: __, ...counts } = report(checkupWithItems([item])).coverage
    const none = { total: 0, verified: 0, byPerson: 0, unknown: 0, open: 0, notApplicable: 0 }
    expect(counts).toEqual({ ...none, [kind]: 1, total: kind === 'notApplicable' ? 0 : 1 })
  })

  it('adds up to the total', () => {
    const { total, verified, byPerson, unknown, open, notApplicable } = report().coverage
    expect([total, verified, byPerson, unknown, open, notApplicable]).toEqual([10, 5, 1, 2, 2, 1])
  })

  it('stays silent about kinds that there are none of', () => {
    expect(report(checkupWithItems([sampleItem('passwords-stored-safely')])).coverage.inWords).toBe('1 of 1 verified')
  })

  it('says that nothing applies', () => {
    expect(report(checkupWithItems([sampleItem('sync-tool-uninstalled')])).coverage.inWords).toBe('no item applies here')
  })
})

describe('grade', () => {
  it.each([
    ['best', [], 'every designated login is graded Best'],
    ['good', [], 'at least Good'],
    ['gaps', [answered('gotoassist-removed', 'fail')], 'One gap was found.'],
    ['gaps', [answered('gotoassist-removed', 'fail', 'accepted-risk')], 'One gap was found. Its risk is accepted until the date given.'],
    [
      'gaps',
      [answered('gotoassist-removed', 'fail'), answered('sql-read-only', 'unknown')],
      'One gap was found. One more item is not settled.',
    ],
    ['incomplete', [answered('gotoassist-removed', 'attention')], 'No gap was found, but one item is not settled.'],
    ['incomplete', [answered('gotoassist-removed', 'not-applicable')], 'still being deployed'],
  ] as const)('explains %s', (grade, items, sentence) => {
    expect(report({ ...checkupWithItems(items), grade }).grade.sentence).toContain(sentence)
  })
})

describe('next review', () => {
  const next = (evaluatedAt: string, profile: { nextReview?: string; reviewEveryMonths?: number }) =>
    report({ ...sampleCheckup, evaluatedAt, profile: { ...sampleCheckup.profile, ...profile } }).nextReview

  it.each([
    ['three months later by default', '2026-03-01T08:15:00Z', {}, '2026-06-01', '1 June 2026 (3 months after this checkup)'],
    ['at the end of a shorter month', '2026-11-30T23:59:00Z', {}, '2027-02-28', '28 February 2027 (3 months after this checkup)'],
    ['as often as wanted', '2026-03-01T08:15:00Z', { reviewEveryMonths: 1 }, '2026-04-01', '1 April 2026 (one month after this checkup)'],
    [
      'at least a month away',
      '2026-03-01T08:15:00Z',
      { reviewEveryMonths: 0.1 },
      '2026-04-01',
      '1 April 2026 (one month after this checkup)',
    ],
    ['as planned', '2026-03-01T08:15:00Z', { nextReview: '2026-03-01' }, '2026-03-01', '1 March 2026'],
    ['passed', '2026-03-02T00:00:00Z', { nextReview: '2026-03-01' }, '2026-03-01', '1 March 2026 (has passed)'],
  ])('is %s', (_, evaluatedAt, profile, date, sentence) => {
    expect(next(evaluatedAt, profile)).toMatchObject({ date, sentence })
  })
})
