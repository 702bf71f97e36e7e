import type { Probe } from '../probe.ts'
import { createNotebook } from '../reading.ts'

/**
 * The https addresses of the profile, as they are seen from this server.
 *
 * Source: a handshake of Node's TLS library for version, certificate and page; handshakes of our own for versions that no library offers any
 * more; one request to port 80. What does not answer directly is asked for through the proxy that is set on this server, by HTTPS_PROXY or
 * else for WinHTTP. Without addresses in the profile there is nothing to ask, so the list is empty. An address that does not answer is a
 * fact (`reachable: false` with the error); an old version that got no answer in time makes the record incomplete.
 */
export const tlsEndpointsProbe: Probe<'tls-endpoints'> = {
  id: 'tls-endpoints',
  area: 'network',
  read: async (context) => {
    const notebook = createNotebook()
    const addresses = context.profile.endpoints ?? []
    if (addresses.length === 0) return notebook.reading({ endpoints: [] })
    // What it reads with takes a while to load, and most servers have no address to read.
    const { readProfileEndpoints } = await import('./machine.ts')
    return notebook.reading({ endpoints: await readProfileEndpoints(addresses, context, notebook) })
  },
}
