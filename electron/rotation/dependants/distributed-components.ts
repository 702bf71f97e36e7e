import type { NamedUse, Reading } from '#shared/rotation/preflight/readings.ts'
import type { Registry, RegistryKey } from '../../win32/registry.ts'
import { describeFailure, errorCodes, type Win32Failure } from '../../win32/result.ts'
import { read, unread } from './reading.ts'

/** Applications of DCOM by their id; one without `RunAs` runs as whoever starts it. */
const APPLICATIONS = 'SOFTWARE\\Classes\\AppID'

/** Both halves of the registry: a newer Windows shows one of them twice. */
const VIEWS = ['64-bit', '32-bit'] as const

/** Applications of DCOM that run as an account of their own (`RunAs`); its password lies elsewhere and is not looked for. */
export function readDistributedComponents(registry: Registry): Reading<readonly NamedUse[]> {
  const uses = new Map<string, NamedUse>()
  const gaps = new Set<string>()
  const note = (failure: Win32Failure): void => {
    // Gone since it was listed.
    if (failure.code !== errorCodes.fileNotFound) gaps.add(describeFailure(failure))
  }
  for (const view of VIEWS) {
    const listed = registry.key({ root: 'HKEY_LOCAL_MACHINE', path: APPLICATIONS, view }, (applications) => {
      const names = applications.subkeyNames()
      if (!names.ok) return names
      for (const id of names.value) {
        const opened = applications.subkey(id, (application) => runsAs(application, id, note))
        if (!opened.ok) note(opened.failure)
        else if (opened.value !== null) uses.set(`${opened.value.name} ${opened.value.account}`, opened.value)
      }
      return names
    })
    const answer = listed.ok ? listed.value : listed
    if (answer.ok) continue
    // A Windows of one half has no other; the first one is always there.
    if (view === '64-bit' || answer.failure.code !== errorCodes.fileNotFound) return unread(answer.failure)
  }
  return read([...uses.values()], [...gaps])
}

function runsAs(application: RegistryKey, id: string, note: (failure: Win32Failure) => void): NamedUse | null {
  const account = application.value('RunAs')
  if (!account.ok) note(account.failure)
  const text = account.ok && account.value?.kind === 'text' ? account.value.text.trim() : ''
  if (text === '') return null
  const called = application.value('')
  const title = called.ok && called.value?.kind === 'text' ? called.value.text.trim() : ''
  return { kind: 'dcom-application', name: title === '' ? id : `${title} ${id}`, account: text }
}
