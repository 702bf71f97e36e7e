import type { Facts } from '#shared/facts/index.ts'
import { describeFailure, errorCodes } from '../../win32/result.ts'
import type { ListedService, OpenServiceManager, ServiceConfiguration } from '../../win32/service-manager.ts'
import { executableOf } from '../image-path.ts'
import type { Probe, ProbeContext, ProbeReading } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { createAccountResolver, type ResolvedAccount, readLocalAuthority } from '../service-account.ts'
import { readServiceConfiguration } from '../service-configuration.ts'

type Service = Facts['services']['services'][number]

/**
 * Win32 services with the accounts that they run under; drivers are not listed.
 *
 * Source: EnumServicesStatusExW, the key of each service, LookupAccountNameW. Where a key does not tell all, QueryServiceConfigW and
 * QueryServiceConfig2W level 3; if they refuse too, the service is named in a note and the record is incomplete.
 */
export const servicesProbe: Probe<'services'> = {
  id: 'services',
  area: 'services',
  read: (context) => {
    const localAuthority = readLocalAuthority(context.windows)
    if (!localAuthority.ok) return refusal(localAuthority.failure)
    const reading = context.windows.services.connect((manager) => readServices(manager, context, localAuthority.value))
    return reading.ok ? reading.value : refusal(reading.failure)
  },
}

function readServices(manager: OpenServiceManager, context: ProbeContext, localAuthority: string): ProbeReading<Facts['services']> {
  const list = manager.list()
  if (!list.ok) return refusal(list.failure)
  const notebook = createNotebook()
  const resolve = createAccountResolver(context.windows.accounts, localAuthority)
  const services: Service[] = []
  for (const listed of list.value) {
    const read = readServiceConfiguration(context.windows.registry, manager, listed.name)
    if (!read.ok) {
      if (read.failure.code !== errorCodes.serviceDoesNotExist) {
        notebook.gap(`service ${listed.name} is left out: ${describeFailure(read.failure)}`)
      }
      continue
    }
    const configuration = read.value
    const account = resolve(configuration.account)
    if (account.failure !== null) notebook.gap(`account of service ${listed.name}: ${describeFailure(account.failure)}`)
    services.push(describeService(listed, configuration, account, context))
  }
  return notebook.reading({ services })
}

function describeService(listed: ListedService, configuration: ServiceConfiguration, account: ResolvedAccount, context: ProbeContext) {
  return {
    name: listed.name,
    displayName: listed.displayName,
    account: configuration.account,
    accountSid: account.sid,
    executable: executableOf(configuration.imagePath, context.environment),
    state: listed.state,
    startMode: configuration.startMode,
    ...(configuration.delayedStart === undefined ? {} : { delayedStart: configuration.delayedStart }),
  }
}
