import type { NamedUse, Reading } from '#shared/rotation/preflight/readings.ts'
import type { ComponentCatalogue } from '../../win32/component-catalogue.ts'
import { describeFailure } from '../../win32/result.ts'
import { read, unread } from './reading.ts'

/** Applications of COM+ with the account that each runs as. */
export function readComponentApplications(catalogue: ComponentCatalogue): Reading<readonly NamedUse[]> {
  const listed = catalogue.list()
  if (!listed.ok) return unread(listed.failure)
  const { applications, failures } = listed.value
  return read(
    applications
      .filter(({ identity }) => identity !== '')
      .map(({ name, identity }) => ({ kind: 'com-plus-application', name, account: identity })),
    failures.map(describeFailure),
  )
}
