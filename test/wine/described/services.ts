import type { Facts } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { table } from './c-source.ts'
import { factsOf } from './facts-of.ts'

/** dwCurrentState and dwStartType of winsvc.h; the latter is also the Start value of a service's key. */
const STATES = { stopped: 1, pending: 2, running: 4, paused: 7 } as const
const START_TYPES = { boot: 0, system: 1, auto: 2, manual: 3, disabled: 4 } as const

const SERVICES_KEY = 'SYSTEM\\CurrentControlSet\\Services'

/** One service in so many leaves its account out of the registry, as those of a person's session do. */
const TOLD_BY_MANAGER = 4

type Service = Facts['services']['services'][number]

/** What the service control manager says of each service. */
export function serviceTable(snapshot: Snapshot): string {
  const rows = factsOf(snapshot, 'services').services.map((service) => [
    service.name,
    service.displayName,
    service.account,
    commandOf(service),
    STATES[service.state],
    START_TYPES[service.startMode],
    Number(service.delayedStart === true),
  ])
  return table('described_service', 'services', rows)
}

/** Their keys; null: there is no such value, whatever this Windows has of a service of that name. */
export function serviceKeys(snapshot: Snapshot) {
  return factsOf(snapshot, 'services').services.map((service, index) => ({
    path: `${SERVICES_KEY}\\${service.name}`,
    values: {
      Start: START_TYPES[service.startMode],
      ImagePath: commandOf(service),
      ObjectName: index % TOLD_BY_MANAGER === 0 ? null : service.account,
      DelayedAutostart: service.delayedStart === true ? 1 : null,
    },
  }))
}

/** A path with white space stands in quotation marks or, as some installers leave it, does not; both have arguments behind them. */
function commandOf({ executable }: Service): string {
  if (!executable.includes(' ')) return `${executable} -k described -p`
  return executable.length % 2 === 0 ? `"${executable}" -service` : `${executable} /service`
}
