import type { Facts } from '#shared/facts/index.ts'
import type { ProbeContext } from '../probe.ts'
import { machineProxyOf } from '../proxy.ts'
import type { Notebook } from '../reading.ts'
import { LIMITS, startClock } from './limits.ts'
import { HTTP_PORT } from './plain-http.ts'
import { readEndpoints } from './read-endpoints.ts'
import { type Roots, readMachineRoots } from './roots.ts'

/** Reads addresses from this machine, with its clock, the roots that it trusts and its proxy; both are read once and only when needed. */
export async function readProfileEndpoints(
  addresses: readonly string[],
  { windows, environment, now }: Pick<ProbeContext, 'windows' | 'environment' | 'now'>,
  notebook: Notebook,
): Promise<Facts['tls-endpoints']['endpoints']> {
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
    machineProxy: machineProxyOf(windows, notebook.remark),
  }
  return await readEndpoints(addresses, surroundings, notebook)
}
