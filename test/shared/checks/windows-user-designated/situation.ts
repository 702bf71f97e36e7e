import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/windows-user-designated/definition.ts'
import { rule } from '#shared/checks/windows-user-designated/rule.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { type FactsGiven, localUser, type Situation, service, testHost } from '../../../support/world.ts'

export const check = pair(definition, rule)

export const MACHINE = 'S-1-5-21-111-222-333'
export const syncUser = localUser('wspsync', { sid: `${MACHINE}-1101` })
export const otherUser = localUser('backup', { sid: `${MACHINE}-1102` })
export const syncService = service('WSPSync', String.raw`.\wspsync`, { executable: String.raw`C:\WSP\Sync\WSPSync.exe` })
export const administrators = (...members: readonly { name: string; sid: string }[]): Facts['local-groups'] => ({
  groups: [{ name: 'Administratoren', sid: 'S-1-5-32-544', members: members.map((member) => ({ ...member, kind: 'user' as const })) }],
})
export const tool = { name: 'ERP Driver' }
export const domainHost = { ...testHost, membership: 'domain' as const, domain: 'corp.example', netbiosDomain: 'CORP' }
export const remote = (at: string, account = String.raw`ERP01\wspsync`, kind: 'rdp' | 'remote-assistance' = 'rdp') => ({
  account,
  accountSid: null,
  at,
  kind,
  from: '10.0.0.5',
})

export const good: FactsGiven = {
  host: testHost,
  services: { services: [syncService, service('Spooler', 'LocalSystem')] },
  'local-users': { users: [syncUser, otherUser] },
  'local-groups': administrators({ name: String.raw`ERP01\backup`, sid: otherUser.sid }),
  'scheduled-tasks': { tasks: [] },
  logons: { since: '2025-01-01T00:00:00Z', remote: [], sessions: [] },
  'account-groups': { accounts: [] },
}

export const messages = (item: CheckupItem): string[] =>
  [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('windows-user-designated/', ''))

export const withFacts = (facts: FactsGiven, profile: Partial<Profile> = { syncTools: [tool] }): Situation => ({
  facts: { ...good, ...facts },
  profile,
})
export const services = (...more: Facts['services']['services']): FactsGiven => ({ services: { services: [syncService, ...more] } })
export const runsAs = (account: string, accountSid: string | null = null): FactsGiven => ({
  services: { services: [{ ...syncService, account, accountSid }] },
})
export const task = (more: Partial<Facts['scheduled-tasks']['tasks'][number]>): FactsGiven => ({
  'scheduled-tasks': {
    tasks: [
      {
        path: String.raw`\Backup\Nightly`,
        account: String.raw`ERP01\wspsync`,
        accountSid: null,
        enabled: true,
        elevated: false,
        storesPassword: true,
        command: String.raw`C:\Backup\run.exe`,
        ...more,
      },
    ],
  },
})
export const logons = (more: Partial<Facts['logons']>): FactsGiven => ({
  logons: { since: '2025-01-01T00:00:00Z', remote: [], sessions: [], ...more },
})
export const session = { account: String.raw`ERP01\WSPSYNC`, accountSid: null, kind: 'console' as const, state: 'active' as const }
