import { errorCodes, refused, succeeded, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Notebook } from '../reading.ts'
import { DEFENDER_NAME, defenderClass, describeDefender, NOBODY, type Product } from './products.ts'

/** Defender's service keeps its name in every language. */
const DEFENDER_SERVICE = 'windefend'

/** Defender, or nothing where it is not installed. */
export function readDefender(windows: Windows, notebook: Notebook): Win32Result<readonly Product[]> {
  const status = readStatus(windows)
  if (!status.ok) return readService(windows, status.failure, notebook)
  const { product, mode } = status.value
  if (!product.enabled && mode !== null) notebook.remark(`${DEFENDER_NAME} runs in mode "${mode}"`)
  return succeeded([product])
}

function readStatus(windows: Windows): Win32Result<{ readonly product: Product; readonly mode: string | null }> {
  const { namespace, className, properties } = defenderClass
  const asked = windows.management.objects(namespace, className, properties)
  if (!asked.ok) return asked
  const [status] = asked.value
  const product = status === undefined ? null : describeDefender(status)
  if (status === undefined || product === null) return refused('IWbemClassObject::Get', errorCodes.invalidData, { subject: className })
  return succeeded({ product, mode: typeof status.AMRunningMode === 'string' ? status.AMRunningMode : null })
}

/** Defender answers only while its service runs: one that stands still protects nobody, and one that does not exist is no product. */
function readService(windows: Windows, failure: Win32Failure, notebook: Notebook): Win32Result<readonly Product[]> {
  const connected = windows.services.connect((manager) => manager.list())
  const services = connected.ok ? connected.value : connected
  if (!services.ok) return { ok: false, failure }
  const service = services.value.find(({ name }) => name.toLowerCase() === DEFENDER_SERVICE)
  if (service === undefined) return NOBODY.has(failure.code) ? succeeded([]) : { ok: false, failure }
  if (service.state !== 'stopped') return { ok: false, failure }
  notebook.remark(`the service of ${DEFENDER_NAME} does not run`)
  return succeeded([{ name: DEFENDER_NAME, enabled: false, realTime: false, signaturesUpdatedAt: null }])
}
