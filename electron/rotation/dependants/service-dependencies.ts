import type { Reading, ServiceDependencies } from '#shared/rotation/preflight/readings.ts'
import type { Registry } from '../../win32/registry.ts'
import { describeFailure, errorCodes } from '../../win32/result.ts'
import { read, unread } from './reading.ts'

const SERVICES = 'SYSTEM\\CurrentControlSet\\Services'

/** Services that need others first (`DependOnService`). Groups are an order of starting up and are not in it. */
export function readServiceDependencies(registry: Registry): Reading<readonly ServiceDependencies[]> {
  const gaps: string[] = []
  const opened = registry.key({ root: 'HKEY_LOCAL_MACHINE', path: SERVICES, view: '64-bit' }, (services) => {
    const names = services.subkeyNames()
    if (!names.ok) return names
    const found = names.value.flatMap((name): readonly ServiceDependencies[] => {
      const inner = services.subkey(name, (service) => service.value('DependOnService'))
      const answer = inner.ok ? inner.value : inner
      if (answer.ok) return answer.value?.kind === 'texts' ? [{ name, needs: answer.value.texts }] : []
      // Gone since it was listed.
      if (answer.failure.code !== errorCodes.fileNotFound) gaps.push(describeFailure(answer.failure))
      return []
    })
    return { ok: true as const, value: found }
  })
  const answer = opened.ok ? opened.value : opened
  return answer.ok ? read(answer.value, gaps) : unread(answer.failure)
}
