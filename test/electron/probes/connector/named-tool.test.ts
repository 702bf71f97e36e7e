import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { namesProgram, namesService } from '#electron/probes/connector/named-tool.ts'
import type { SyncTool } from '#shared/formats/profile.ts'
import { isNamedProgram, isNamedService } from '#shared/sync-tool/patterns.ts'
import { program, service } from '../../../support/builders.ts'

const tool: SyncTool = { name: 'Acme Connector', kind: 'connector', service: 'AcmeSvc' }

describe('named-tool', () => {
  it.each([
    { name: 'its service', given: { name: 'acmesvc', displayName: 'x' }, is: true },
    { name: 'its display name', given: { name: 'x', displayName: 'AcmeSvc' }, is: true },
    { name: 'a service called as the tool', given: { name: 'x', displayName: 'ACME connector' }, is: true },
    { name: 'a service whose name only begins so', given: { name: 'AcmeSvc2', displayName: 'x' }, is: false },
  ])('tells $name: $is', ({ given, is }) => {
    expect(namesService(tool, given)).toBe(is)
  })

  it('names nothing where the profile leaves it empty', () => {
    expect(namesService({ name: ' ', service: '' }, { name: '', displayName: '' })).toBe(false)
    expect(namesProgram({ name: '' }, '')).toBe(false)
  })

  it('finds the programs and services that the checks will find', () => {
    const names = fc.constantFrom(
      'Acme Connector',
      'acme connector 4.2',
      'Acme Connector (64-bit)',
      'Acme',
      'AcmeSvc',
      'Acme Connector v3',
      'Acme Connector Pro',
      '',
    )
    fc.assert(
      fc.property(names, names, (wanted, found) => {
        expect(namesProgram({ name: wanted }, found)).toBe(isNamedProgram(program(found), wanted))
        const seen = service(found, 'LocalSystem', { displayName: 'x' })
        expect(namesService({ name: '', service: wanted }, seen)).toBe(isNamedService(seen, wanted))
      }),
    )
  })
})
