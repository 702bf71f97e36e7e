import { describe, expect, it } from 'vitest'

import { judge, service } from '../../../support/world.ts'
import { administrators, check, messages, services, syncUser, withFacts } from './situation.ts'

describe('services under the account', () => {
  it('lists every other service by both of its names', () => {
    const item = judge(
      check,
      withFacts(
        services(
          service('Bkp', String.raw`.\wspsync`, { displayName: 'Backup' }),
          service('Plain', String.raw`.\wspsync`),
          service('Bare', String.raw`.\wspsync`, { displayName: '' }),
        ),
      ),
    )
    expect(item.message.params).toEqual({ services: ['Backup (Bkp)', 'Plain', 'Bare'], account: 'wspsync' })
    expect(item.evidence[0]).toMatchObject({
      probe: 'services',
      subject: 'Bkp',
      kind: 'other-service',
      detail: String.raw`service “Backup” logs on as .\wspsync`,
    })
  })

  it.each([
    ['by name', { name: 'Sage 100 Service' }],
    ['by display name', { displayName: 'SAGE100 Application Server' }],
    ['by folder', { executable: String.raw`D:\ERP\MAS90\Home\pvxwin32.exe` }],
    ['as MAS 90', { displayName: 'MAS 90 Server' }],
    ['as MAS 200', { displayName: 'MAS_200 Server' }],
    ['as MAS200', { displayName: 'mas200' }],
  ])('adds that only the Sage service needs the right, known %s', (_name, more) => {
    const sage = service('Sage', String.raw`.\wspsync`, more)
    const item = judge(check, withFacts({ ...services(sage), 'local-groups': administrators(syncUser) }))
    expect(messages(item)).toEqual(['administrator-for-sage', 'other-services'])
    expect(item.because).toContain('a right that only the Sage service under the same account needs')
  })

  it.each([
    ['Sage 100 Contractor', service('SageC', String.raw`.\wspsync`, { displayName: 'Sage 100 Contractor Service' })],
    ['another number', service('SageX', String.raw`.\wspsync`, { displayName: 'Sage 1000' })],
    ['another word', service('Dumas90', String.raw`.\wspsync`)],
    ['another MAS', service('MAS900', String.raw`.\wspsync`)],
    ['another account', service('Sage 100', String.raw`.\backup`)],
    ["the sync tool's own service", service('WSPMore', String.raw`.\wspsync`, { displayName: 'ERP Driver for Sage 100' })],
  ])('does not speak of Sage for %s', (_name, other) => {
    const item = judge(check, withFacts({ ...services(other), 'local-groups': administrators(syncUser) }))
    expect(messages(item)).not.toContain('administrator-for-sage')
    expect(messages(item)).toContain('administrator')
  })
})
