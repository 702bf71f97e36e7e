import { probes } from '#electron/probes/index.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { accountPartsOf, contextOf, registryOf, serviceManagerOf, text, windowsOf } from '../electron/probes/stand-in-windows.ts'
import { least } from './measure.ts'

/** How much longer the same reading takes for more of the same. */
export interface Growth {
  readonly name: string
  readonly few: number
  readonly many: number
  readonly fewMs: number
  readonly manyMs: number
}

/** A large server of its kind; the other measurement has so many times more. */
const FEW = 1000
const ROUNDS = 15

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `user${index}`)
const sids = (count: number): string[] => Array.from({ length: count }, (_, index) => `S-1-5-21-1-2-3-${index + 1000}`)

const FIREWALL_POLICY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'

/** Every tenth rule blocks: each rule that allows has to be held against those. */
function firewallRule(index: number): string {
  const action = index % 10 === 0 ? 'Block' : 'Allow'
  const fields = `Protocol=6|LPort=${1024 + (index % 60_000)}|App=C:\\Program Files\\Module ${index}\\service.exe|Name=Rule ${index}`
  return `v2.31|Action=${action}|Active=TRUE|Dir=In|${fields}|`
}

function withFirewallRules(count: number): Windows {
  const values = Object.fromEntries(Array.from({ length: count }, (_, index) => [`{${index}}`, text(firewallRule(index))]))
  return windowsOf({
    registry: registryOf({ [`64-bit ${FIREWALL_POLICY}`]: {}, [`64-bit ${FIREWALL_POLICY}\\FirewallRules`]: { values } }),
    services: serviceManagerOf([
      {
        listed: { name: 'MpsSvc', displayName: 'Firewall', state: 'running' },
        configuration: { startMode: 'auto', imagePath: 'svchost.exe', account: 'LocalService' },
      },
    ]),
  })
}

/** What Wine does not have: lists of a Windows that stands in, which costs what the probes themselves do. */
const LISTS: Readonly<Record<string, { readonly probe: string; readonly windows: (count: number) => Windows }>> = {
  users: {
    probe: 'local-users',
    windows: (count) => windowsOf(accountPartsOf({ users: Object.fromEntries(names(count).map((name) => [name, {}])) })),
  },
  'members of groups': {
    probe: 'local-groups',
    windows: (count) =>
      windowsOf({
        ...accountPartsOf({ groups: { Clerks: sids(count).map((sid) => ({ sid, name: `ERP01\\${sid}`, kind: 'user' })) } }),
        accounts: { sidOf: () => ({ ok: true, value: 'S-1-5-32-545' }), nameOf: () => ({ ok: true, value: null }) },
      }),
  },
  'firewall rules': { probe: 'firewall', windows: withFirewallRules },
  'holders of rights': {
    probe: 'user-rights',
    windows: (count) => windowsOf(accountPartsOf({ rights: { SeServiceLogonRight: sids(count) } })),
  },
}

/** Reads each list at its ordinary length and so many times longer, in turns. */
export async function standInGrowth(times: number): Promise<readonly Growth[]> {
  const growths: Growth[] = []
  for (const [name, list] of Object.entries(LISTS)) {
    const probe = probes.find(({ id }) => id === list.probe)
    if (probe === undefined) throw new Error(`no probe ${list.probe}`)
    const readMs = async (windows: Windows): Promise<number> => {
      const begin = performance.now()
      const { status } = await probe.read(contextOf(windows))
      if (status !== 'ok') throw new Error(`${list.probe} ended as ${status}`)
      return performance.now() - begin
    }
    const small = list.windows(FEW)
    const large = list.windows(FEW * times)
    const fewMs: number[] = []
    const manyMs: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      fewMs.push(await readMs(small))
      manyMs.push(await readMs(large))
    }
    growths.push({ name, few: FEW, many: FEW * times, fewMs: least(fewMs), manyMs: least(manyMs) })
  }
  return growths
}
