import type { Facts } from '../../facts/index.ts'
import type { Machine } from './machine.ts'

/** Product and build with the updates of October 2026. */
const systems = {
  '2019': { product: 'Windows Server 2019 Standard', build: '17763.9121', server: true },
  '2022': { product: 'Windows Server 2022 Standard', build: '20348.5139', server: true },
} as const

export function host(machine: Machine, release: keyof typeof systems, more: Pick<Facts['host'], 'bootedAt' | 'session'>): Facts['host'] {
  return {
    name: machine.name,
    membership: machine.membership,
    domain: machine.domain?.dns ?? null,
    netbiosDomain: machine.domain?.netbios ?? null,
    os: systems[release],
    autologonConfigured: false,
    ...more,
  }
}
