import { describeFailure } from '../../win32/result.ts'
import type { ServiceManager } from '../../win32/service-manager.ts'
import type { Notebook } from '../reading.ts'

/** The service that filters: without it the profiles are mere settings. */
export const FIREWALL_SERVICE = 'MpsSvc'

/** Whether anything filters; `other`: it runs, or that could not be told and is noted. */
export function readFirewallService(services: ServiceManager, notebook: Notebook): 'stopped' | 'other' | 'absent' {
  const connected = services.connect((manager) => manager.list())
  const list = connected.ok ? connected.value : connected
  if (!list.ok) {
    notebook.gap(`whether the firewall service runs is not known: ${describeFailure(list.failure)}`)
    return 'other'
  }
  const service = list.value.find(({ name }) => name.toLowerCase() === FIREWALL_SERVICE.toLowerCase())
  if (service === undefined) return 'absent'
  if (service.state === 'stopped') notebook.remark(`no profile filters: the firewall service (${FIREWALL_SERVICE}) is stopped`)
  if (service.state === 'pending' || service.state === 'paused') {
    notebook.gap(`whether the firewall filters is not known: its service (${FIREWALL_SERVICE}) is neither running nor stopped`)
  }
  return service.state === 'stopped' ? 'stopped' : 'other'
}
