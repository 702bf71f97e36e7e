import type { Account } from '../../accounts/account.ts'
import type { InstalledTool, Service } from '../../sync-tool/installed-tool.ts'
import { type Found, type Input, nameOf } from './finding.ts'

/** Product names as they stand in service names and paths; Sage 100 Contractor is another product. */
const SAGE_100 = /sage[\s_-]?100(?!\d|[\s_-]*contractor)|(?<![a-z])mas[\s_-]?(?:90|200)(?!\d)/i

/** Every service, whatever its start mode, that logs on as the account. */
export function servicesUnder(account: Account, { facts, accounts }: Input): readonly Service[] {
  return (facts.services?.services ?? []).filter((service) => accounts.same(accounts.resolve(service.account, service.accountSid), account))
}

/** Services of the ERP itself: their account has to be an administrator (Sage 100 installation guide). */
export function sageServices(services: readonly Service[], { syncTools }: Input): readonly string[] {
  const isSage = (service: Service): boolean =>
    SAGE_100.test(`${service.name}\n${service.displayName}\n${service.executable}`) && syncTools.toolOfService(service) === undefined
  return services.filter(isSage).map(titleOf)
}

/** Services that are not of this sync tool; another sync tool's are others too. */
export function otherServices(account: Account, tool: InstalledTool, input: Input): readonly Found[] {
  return servicesUnder(account, input)
    .filter((service) => input.syncTools.toolOfService(service) !== tool)
    .map((service) => ({
      verdict: 'fail',
      message: { id: 'other-services', params: { services: [titleOf(service)], account: nameOf(account, input) } },
      evidence: [
        {
          probe: 'services',
          subject: service.name,
          kind: 'other-service',
          params: { title: service.displayName, account: service.account },
        },
      ],
    }))
}

function titleOf(service: Service): string {
  return service.displayName === '' || service.displayName === service.name ? service.name : `${service.displayName} (${service.name})`
}
