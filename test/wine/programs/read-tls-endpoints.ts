// Reads the web addresses of a profile. Arguments: output file, file with addresses, root certificate and port of plain HTTP as JSON.
// The root is taken for one of this machine, in one of the two readings.
import { readFileSync, writeFileSync } from 'node:fs'

import { createNotebook } from '#electron/probes/reading.ts'
import { LIMITS, startClock } from '#electron/probes/tls-endpoints/limits.ts'
import { tlsEndpointsProbe } from '#electron/probes/tls-endpoints/probe.ts'
import { readEndpoints } from '#electron/probes/tls-endpoints/read-endpoints.ts'
import { rootsOf } from '#electron/probes/tls-endpoints/roots.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createWindows } from '#electron/win32/windows.ts'
import { emptyProfile } from '#shared/formats/profile.ts'

interface Wanted {
  readonly addresses: readonly string[]
  readonly root: string
  readonly httpPort: number
}

const [outputFile = '', wantedFile = ''] = process.argv.slice(2)
const { addresses, root, httpPort }: Wanted = JSON.parse(readFileSync(wantedFile, 'utf8'))

const now = () => new Date('2026-03-01T08:15:00Z')
const ofMachine = await tlsEndpointsProbe.read({
  windows: createWindows(createNativeAccess(koffiSource)),
  now,
  environment: {},
  profile: { ...emptyProfile, endpoints: addresses },
})
const notebook = createNotebook()
const surroundings = {
  clock: startClock(LIMITS),
  now: now(),
  roots: () => rootsOf([root]),
  machineProxy: () => null,
  environment: {},
  httpPort,
}
const withRoot = notebook.reading({ endpoints: await readEndpoints(addresses, surroundings, notebook) })
writeFileSync(outputFile, JSON.stringify({ ofMachine, withRoot }))
