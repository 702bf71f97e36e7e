import { hostProbe } from './host/probe.ts'
import type { AnyProbe } from './probe.ts'
import { programsProbe } from './programs/probe.ts'
import { servicesProbe } from './services/probe.ts'

/** The one list of probes; each says in its own file what it reads and in which worker it runs. */
export const probes: readonly AnyProbe[] = [hostProbe, servicesProbe, programsProbe]
