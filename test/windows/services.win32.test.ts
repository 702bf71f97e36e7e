import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Facts } from '#shared/facts/index.ts'
import { describeWith } from '../support/needs.ts'
import { compare, missingFrom, powershell, readFacts, runTool, tryTool, uniqueName } from './support.ts'

const IMAGE = 'C:\\Program Files\\erpchk sync\\service.exe'

/** Services by the end of their name: what `sc create` is told, and what must be seen. */
const SERVICES = {
  Local: {
    told: ['binPath=', `"${IMAGE}" -run`, 'start=', 'auto', 'obj=', 'NT AUTHORITY\\LocalService'],
    seen: { account: 'NT AUTHORITY\\LocalService', accountSid: 'S-1-5-19', startMode: 'auto', delayedStart: false },
  },
  Late: {
    told: ['binPath=', `"${IMAGE}"`, 'start=', 'delayed-auto', 'obj=', 'NT AUTHORITY\\NetworkService'],
    seen: { account: 'NT AUTHORITY\\NetworkService', accountSid: 'S-1-5-20', startMode: 'auto', delayedStart: true },
  },
  System: {
    told: ['binPath=', `${IMAGE} /k one`, 'start=', 'disabled', 'DisplayName=', 'ERP-Abgleich für Zürich №1 ✓ erpchk'],
    seen: { account: 'LocalSystem', accountSid: 'S-1-5-18', startMode: 'disabled', displayName: 'ERP-Abgleich für Zürich №1 ✓ erpchk' },
  },
  Virtual: {
    told: ['binPath=', `"${IMAGE}"`, 'start=', 'demand'],
    seen: { accountSid: expect.stringMatching(/^S-1-5-80-\d+(?:-\d+){4}$/), startMode: 'manual' },
  },
} as const

interface WmiService {
  readonly name: string
  readonly displayName: string
  readonly account: string
  readonly startMode: string
  readonly state: string
  readonly path: string
}

describeWith('Windows', 'services of a real Windows', () => {
  const base = uniqueName()

  beforeAll(async () => {
    for (const [name, { told }] of Object.entries(SERVICES)) {
      const account = name === 'Virtual' ? ['obj=', `NT SERVICE\\${base}${name}`] : []
      await runTool('sc.exe', 'create', `${base}${name}`, ...told, ...account)
    }
  })

  afterAll(async () => {
    for (const name of Object.keys(SERVICES)) await tryTool('sc.exe', 'delete', `${base}${name}`)
  })

  it.each(Object.entries(SERVICES))('sees service "%s" with its account and start', async (name, { seen }) => {
    const { services } = await readFacts('services')
    const account = name === 'Virtual' ? { account: `NT SERVICE\\${base}${name}` } : {}
    const found = services.find((service) => service.name === `${base}${name}`)
    expect(found).toMatchObject({ executable: IMAGE, state: 'stopped', displayName: `${base}${name}`, ...account, ...seen })
  })

  it('sees the services that WMI lists, each with account, start mode and state', async () => {
    const ask = () =>
      powershell<WmiService>(`Get-CimInstance Win32_Service | ForEach-Object {
        [pscustomobject]@{ name = $_.Name; displayName = [string]$_.DisplayName; account = [string]$_.StartName
          startMode = $_.StartMode; state = $_.State; path = [string]$_.PathName } }`)
    const { seen, lasting, ever } = await compare(ask, () => readFacts('services'))
    const names = seen.services.map(({ name }) => name)
    expect(lasting.length).toBeGreaterThan(Object.keys(SERVICES).length)
    expect(
      missingFrom(
        names,
        lasting.map(({ name }) => name),
      ),
    ).toEqual([])
    expect(missingFrom([...new Set(ever.map(({ name }) => name))], names)).toEqual([])
    const byName = new Map(seen.services.map((service) => [service.name.toLowerCase(), service]))
    const apart = lasting.filter((told) => !agrees(told, byName.get(told.name.toLowerCase())))
    expect(apart.map((told) => ({ told, seen: byName.get(told.name.toLowerCase()) }))).toEqual([])
  })

  it('resolves the account of every service of Windows itself', async () => {
    const { services } = await readFacts('services')
    const builtIn = services.filter(({ account }) => /^(?:LocalSystem|NT AUTHORITY\\|NT SERVICE\\)/i.test(account))
    expect(builtIn.length).toBeGreaterThan(0)
    expect(builtIn.filter(({ accountSid }) => accountSid === null)).toEqual([])
  })
})

/** WMI leaves the account of the services of a signed-in user out, and tells a state on its way by two words. */
function agrees(told: WmiService, seen: Facts['services']['services'][number] | undefined): boolean {
  if (seen === undefined) return false
  const state = told.state.includes(' ') ? 'pending' : told.state.toLowerCase()
  const program = seen.executable.slice(seen.executable.lastIndexOf('\\') + 1)
  return (
    seen.displayName === told.displayName &&
    (told.account === '' || seen.account.toLowerCase() === told.account.toLowerCase()) &&
    seen.startMode === told.startMode.toLowerCase() &&
    seen.state === state &&
    told.path.toLowerCase().includes(program.toLowerCase())
  )
}
