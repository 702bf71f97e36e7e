import type { Facts } from '#shared/facts/index.ts'
import { describeFailure, errorCodes } from '../../win32/result.ts'
import type { WindowsVersion } from '../../win32/system-information.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Notebook } from '../reading.ts'

const CURRENT_VERSION = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'

/** Product name and update revision from the registry, build and kind from the running system. */
export function readOperatingSystem(windows: Windows, version: WindowsVersion, notebook: Notebook): Facts['host']['os'] {
  const location = { root: 'HKEY_LOCAL_MACHINE', path: CURRENT_VERSION, view: '64-bit' } as const
  const values = windows.registry.key(location, (key) => ({ product: key.value('ProductName'), revision: key.value('UBR') }))
  const product = values.ok && values.value.product.ok ? values.value.product.value : null
  const revision = values.ok && values.value.revision.ok ? values.value.revision.value : null
  if (product?.kind !== 'text') notebook.gap('the product name of Windows could not be read')
  return {
    product: product?.kind === 'text' ? product.text : '',
    build: revision?.kind === 'number' ? `${version.build}.${revision.number}` : String(version.build),
    server: version.kind !== 'workstation',
  }
}

/** Whether somebody is signed in at every start. Only the switch is read; the value that holds a password is never asked for. */
export function readAutologon(windows: Windows, notebook: Notebook): boolean | undefined {
  const location = { root: 'HKEY_LOCAL_MACHINE', path: `${CURRENT_VERSION}\\Winlogon`, view: '64-bit' } as const
  const key = windows.registry.key(location, (winlogon) => winlogon.value('AutoAdminLogon'))
  const answer = key.ok ? key.value : key
  if (answer.ok) return answer.value?.kind === 'text' && answer.value.text.trim() === '1'
  if (answer.failure.code === errorCodes.fileNotFound) return false
  notebook.gap(`automatic sign-in: ${describeFailure(answer.failure)}`)
  return undefined
}
