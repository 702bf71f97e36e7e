import { describe, expect, it } from 'vitest'

import { createPortfolio, worstFirst } from '#shared/report/portfolio/model.ts'
import type { JudgedServer } from '#shared/report/portfolio/row.ts'
import { samplePortfolio, serverRow } from '../../../support/portfolio.ts'
import { reportTranslator } from '../../../support/report-translator.ts'

const now = '2026-03-01T08:15:00Z'
const row = (more: Partial<JudgedServer>): JudgedServer => ({ ...serverRow(), ...more })

describe('the portfolio', () => {
  it.each<[string, JudgedServer, JudgedServer]>([
    ['gaps', row({ grade: 'gaps', gapWeight: 1 }), row({ grade: 'incomplete', openWeight: 99 })],
    ['incomplete', row({ grade: 'incomplete' }), row({ grade: 'good' })],
    ['good', row({ grade: 'good' }), row({ grade: 'best' })],
    ['heavier gaps', row({ gapWeight: 28, openWeight: 0 }), row({ gapWeight: 27, openWeight: 50 })],
    ['more that is open', row({ openWeight: 9 }), row({ openWeight: 3 })],
    ['the earlier organisation', row({ organization: 'A', server: 'Z' }), row({ organization: 'B', server: 'A' })],
    ['the earlier server', row({ server: 'A', file: 'z' }), row({ server: 'B', file: 'a' })],
    ['the earlier file', row({ file: 'a' }), row({ file: 'b' })],
  ])('puts %s first', (_name, worse, better) => {
    expect(worstFirst([better, worse])).toEqual([worse, better])
    expect(worstFirst([worse, better])).toEqual([worse, better])
  })

  it('puts what could not be read above everything, by name', () => {
    expect(worstFirst(samplePortfolio()).map(({ file }) => file)).toEqual([
      'archive',
      'customers/cut.json',
      'customers/ERP01.json',
      'customers/open.json',
      'customers/good.json',
      'customers/best.json',
    ])
  })

  it('sums up how the servers stand', () => {
    expect(createPortfolio(samplePortfolio(), now, reportTranslator()).summary).toEqual([
      '4 servers: 1 with gaps, 1 incomplete, 1 good, 1 best.',
      '2 files could not be read: they say nothing about their servers.',
      expect.stringMatching(/^Something is due on \d servers?\.$/),
      'Judged as of 1 March 2026, 08:15 UTC. Worst first; due is what has passed or comes within 30 days.',
    ])
  })

  it('says nothing of what there is none of', () => {
    const one = row({ due: [] })
    expect(createPortfolio([one], now, reportTranslator()).summary).toHaveLength(2)
    const [unread] = samplePortfolio().filter(({ kind }) => kind === 'unread')
    expect(createPortfolio(unread === undefined ? [] : [unread], now, reportTranslator('de')).summary).toEqual([
      '1 Datei war nicht lesbar: Über ihren Server ist nichts bekannt.',
      expect.stringMatching(/^Beurteilt zum 1\. März 2026/),
    ])
  })
})
