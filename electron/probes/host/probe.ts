import type { Facts } from '#shared/facts/index.ts'
import type { DomainMembership } from '../../win32/domain-membership.ts'
import { describeFailure, succeeded, type Win32Result } from '../../win32/result.ts'
import type { WindowsVersion } from '../../win32/system-information.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { readSession } from './session.ts'
import { readAutologon, readOperatingSystem } from './settings.ts'

type HostFacts = Facts['host']

/**
 * The server itself.
 *
 * Source: GetComputerNameExW, DsRoleGetPrimaryDomainInformation (else NetGetJoinInformation with the product type), RtlGetVersion,
 * GetTickCount64, the CurrentVersion key and WTSQuerySessionInformationW. Without name, membership or version there are no facts; a part
 * of the rest that cannot be told leaves a note.
 */
export const hostProbe: Probe<'host'> = {
  id: 'host',
  area: 'host',
  read: ({ windows, now }) => {
    const notebook = createNotebook()
    const name = windows.system.computerName()
    if (!name.ok) return refusal(name.failure)
    const version = windows.system.version()
    if (!version.ok) return refusal(version.failure)
    const membership = readMembership(windows, version.value, notebook)
    if (!membership.ok) return refusal(membership.failure)
    const session = readSession(windows, notebook)
    const autologonConfigured = readAutologon(windows, notebook)
    return notebook.reading<HostFacts>({
      name: name.value,
      membership: membership.value.kind,
      domain: membership.value.dnsName,
      netbiosDomain: membership.value.netbiosName,
      os: readOperatingSystem(windows, version.value, notebook),
      bootedAt: readBootTime(windows, now(), notebook),
      ...(session === undefined ? {} : { session }),
      ...(autologonConfigured === undefined ? {} : { autologonConfigured }),
    })
  },
}

/** Where the directory role is refused, the join state and the product type together still tell what matters. */
function readMembership(windows: Windows, version: WindowsVersion, notebook: Notebook): Win32Result<DomainMembership> {
  const role = windows.membership.role()
  if (role.ok) return role
  const join = windows.membership.join()
  if (!join.ok) return role
  notebook.gap(`the domain's DNS name is not known: ${describeFailure(role.failure)}`)
  return succeeded(version.kind === 'domain-controller' ? { ...join.value, kind: 'domain-controller' } : join.value)
}

function readBootTime(windows: Windows, now: Date, notebook: Notebook): string | null {
  const uptime = windows.system.uptimeMs()
  if (uptime.ok) return new Date(now.getTime() - uptime.value).toISOString()
  notebook.gap(`the time of the last start is not known: ${describeFailure(uptime.failure)}`)
  return null
}
