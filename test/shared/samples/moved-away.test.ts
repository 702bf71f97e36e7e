import { describe, expect, it } from 'vitest'

import type { Snapshot } from '#shared/formats/snapshot.ts'
import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, outcomesOf, packsAreSilent, subjectsOf, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('moved-away')
const checkup = evaluateSample(sample)

describe('sample moved-away', () => {
  it('fails what the move left behind', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'pass',
      'gotoassist-removed': 'pass',
      'other-remote-access-removed': 'pass',
      'sync-user-denied-remote': 'pass',
      'windows-user-designated': 'pass',
      'erp-user-designated': 'not-applicable',
      'sql-user-designated': 'pass',
      'passwords-strong-unique': 'pass',
      'passwords-stored-safely': 'pass',
      'sql-read-only': 'pass',
      'sync-tool-uninstalled': 'fail',
    })
    expect(packsAreSilent(checkup)).toBe(true)
  })

  it('is graded gaps', () => {
    expect(checkup.grade).toBe('gaps')
    expect(outcomesOf(checkup)).toEqual({ 'remote-access': 'complete', 'designated-users': 'complete', 'unused-sync-tool': 'gaps' })
    expect(checkup.answerProblems).toBeUndefined()
  })

  it('names the services and the program that are left', () => {
    expect(subjectsOf(checkup, 'sync-tool-uninstalled', 'fail')).toEqual(
      expect.arrayContaining(['WSPErpDriverQueue', 'WSPErpDriverSync', 'ERP Driver']),
    )
  })

  it('asks about user, login and task once these are gone', () => {
    const later = evaluateSample(sample, { snapshot: withoutSyncTool(sample.snapshot) })
    expect(verdictsOf(later)['sync-tool-uninstalled']).toBe('attention')
    const left = subjectsOf(later, 'sync-tool-uninstalled').join('\n')
    for (const name of ['erpdriver', 'erpdriver_ro', 'ERP Driver log cleanup']) expect(left).toContain(name)
  })
})

function withoutSyncTool(snapshot: Snapshot): Snapshot {
  const { services, programs } = snapshot.probes
  if (services?.status !== 'ok' || programs?.status !== 'ok') throw new Error('services and programs were collected')
  const keptServices = services.facts.services.filter((service) => !service.name.startsWith('WSP'))
  const keptPrograms = programs.facts.programs.filter((program) => program.name !== 'ERP Driver')
  const probes = {
    ...snapshot.probes,
    services: { ...services, facts: { services: keptServices } },
    programs: { ...programs, facts: { programs: keptPrograms } },
  }
  return { ...snapshot, probes }
}
