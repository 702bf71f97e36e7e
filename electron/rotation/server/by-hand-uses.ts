import { stat } from 'node:fs/promises'

import type { NamedUse, Reading } from '#shared/rotation/preflight/readings.ts'
import type { ComponentCatalogue } from '../../win32/component-catalogue.ts'
import type { CredentialNames } from '../../win32/credential-names.ts'
import type { Registry } from '../../win32/registry.ts'
import { readComponentApplications } from '../dependants/component-applications.ts'
import { readDistributedComponents } from '../dependants/distributed-components.ts'
import { readMappedDrives } from '../dependants/mapped-drives.ts'
import { unreadFile } from '../dependants/reading.ts'
import { datedCredentials } from '../dependants/stored-credentials.ts'
import { configurationFile, readWebServer } from '../dependants/web-server.ts'
import type { DatedUse, WindowsByHandPorts } from './by-hand-windows.ts'

export interface UseSources {
  readonly registry: Registry
  readonly credentialNames: CredentialNames
  readonly componentCatalogue: ComponentCatalogue
  /** of a 64-bit process, e.g. C:\Windows\System32 */
  readonly systemDirectory: string
}

/** The places as a preflight reads them, with what each tells of its last change. */
export function createUses({ registry, credentialNames, componentCatalogue, systemDirectory }: UseSources): WindowsByHandPorts['uses'] {
  return async (kind) => {
    switch (kind) {
      case 'iis-pool':
      case 'iis-virtual-directory':
      case 'iis-anonymous-user':
      case 'iis-configuration':
        return await webServerUses(systemDirectory, kind)
      case 'dcom-application':
        return undated(readDistributedComponents(registry))
      case 'com-plus-application':
        return undated(readComponentApplications(componentCatalogue))
      case 'stored-credential':
        return dated(datedCredentials(credentialNames), ({ lastWritten }) => ({ writtenAt: lastWritten, isOfMore: false }))
      case 'mapped-drive':
        return undated(readMappedDrives(registry))
      default:
        return kind satisfies never
    }
  }
}

type Age = Pick<DatedUse, 'writtenAt' | 'isOfMore'>

function dated<Use extends NamedUse>(reading: Reading<readonly Use[]>, ageOf: (use: Use) => Age): Reading<readonly DatedUse[]> {
  if (reading.status !== 'read') return reading
  return { ...reading, value: reading.value.map((use) => ({ ...use, ...ageOf(use) })) }
}

/** What is kept of the password of these lies where nobody may look, so no time tells of it. */
const undated = (reading: Reading<readonly NamedUse[]>): Reading<readonly DatedUse[]> =>
  dated(reading, () => ({ writtenAt: null, isOfMore: false }))

/**
 * Identities of IIS with the time of the file that they all stand in.
 *
 * A file that is older than the change has none of its passwords. A newer one tells nothing of any single identity, and its encrypted
 * values are not looked at: what they were before would have to be kept. The file is asked for its time after it was read, so that what
 * is written in between never makes it look older than its content.
 */
async function webServerUses(systemDirectory: string, kind: NamedUse['kind']): Promise<Reading<readonly DatedUse[]>> {
  const reading = await readWebServer(systemDirectory)
  const writtenAt = await lastWritten(configurationFile(systemDirectory, kind))
  return dated(reading, () => ({ writtenAt, isOfMore: true }))
}

async function lastWritten(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime
  } catch (error) {
    unreadFile(path, error)
    return null
  }
}
