import { describe, expect, it } from 'vitest'

import { rotationReportSchema } from '#shared/formats/rotation-report.ts'
import { rotationReportJson } from '#shared/report/rotation/json.ts'
import { rotationEventSchema } from '#shared/rotation/events.ts'
import { journalAfter, strikeAll } from '../../../support/rotation-journal.ts'
import { rotationPlans } from '../../../support/rotation-plans.ts'

const plans = Object.entries(rotationPlans)

describe('rotationReportJson', () => {
  it.each(plans)('is what its schema says, at the end and on the way, for %s', (_name, plan) => {
    for (const journal of [
      journalAfter(plan, { strike: strikeAll() }),
      journalAfter(plan, { until: 'verify-login' }),
      { plan, events: [], now: '2026-03-01T00:00:00Z' },
    ]) {
      const text = rotationReportJson(journal)
      const document = JSON.parse(text)
      expect(rotationReportSchema.parse(document)).toEqual(document)
      expect(text.endsWith('}\n')).toBe(true)
      expect(text).not.toContain('canary')
    }
  })

  it('holds every event as the journal has it, in UTC, with an English sentence', () => {
    const journal = journalAfter(rotationPlans['new users'], { strike: strikeAll() })
    const { events } = rotationReportSchema.parse(JSON.parse(rotationReportJson(journal)))
    expect(events.map(({ sentence, ...event }) => rotationEventSchema.parse(event))).toEqual(journal.events)
    expect(events.filter(({ sentence }) => sentence === '')).toEqual([])
  })

  it('points from each trouble to its event', () => {
    const { events, troubles } = rotationReportSchema.parse(
      JSON.parse(rotationReportJson(journalAfter(rotationPlans['three new passwords'], { strike: strikeAll() }))),
    )
    expect(troubles.length).toBeGreaterThan(10)
    for (const { at, decidedAt, event, reason } of troubles) {
      expect(events[event]?.at).toBe(at)
      if (reason === 'interrupted') expect(events[event]?.type).toBe('resumed')
      else expect(Date.parse(decidedAt ?? '')).toBeGreaterThan(Date.parse(at))
    }
  })

  it('tells the way of a login that was set, and of one that was not', () => {
    const { logins, outcome } = rotationReportSchema.parse(
      JSON.parse(rotationReportJson(journalAfter(rotationPlans['three new passwords'], { until: 'hand-over' }))),
    )
    expect(outcome).toBe('open')
    expect(logins[1]).toMatchObject({
      key: 'sql-server:ERP01\\SAGE/wsp_sync',
      change: 'new-password',
      newUser: null,
      setBy: 'reset',
      changedBy: 'app',
      grade: 'best',
      unique: true,
      takes: 'new',
      agree: false,
      holders: [{ key: 'field:SQL password', holds: 'old', verifiedAt: null }],
    })
  })
})
