import type { Probe } from '../probe.ts'
import { createNotebook } from '../reading.ts'
import { LIMITS, startClock } from './limits.ts'
import { HTTP_PORT } from './plain-http.ts'
import { readEndpoints } from './read-endpoints.ts'
import { type Roots, readMachineRoots } from './roots.ts'

/**
 * The https addresses of the profile, as they are seen from this server.
 *
 * Source: a handshake of Node's TLS library for version, certificate and page; handshakes of our own for versions that no library offers any
 * more; one request to port 80. Without addresses in the profile there is nothing to ask, so the list is empty. An address that does not
 * answer is a fact (`reachable: false` with the error); an old version that got no answer in time makes the record incomplete.
 */
export const tlsEndpointsProbe: Probe<'tls-endpoints'> = {
  id: 'tls-endpoints',
  area: 'network',
  read: async ({ profile, environment, now }) => {
    const notebook = createNotebook()
    let roots: Roots | null = null
    const surroundings = {
      clock: startClock(LIMITS),
      now: now(),
      environment,
      httpPort: HTTP_PORT,
      roots: () => {
        roots ??= readMachineRoots()
        return roots
      },
    }
    return notebook.reading({ endpoints: await readEndpoints(profile.endpoints ?? [], surroundings, notebook) })
  },
}
