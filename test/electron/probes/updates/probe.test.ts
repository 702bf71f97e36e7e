import { describe, expect, it } from 'vitest'

import { updatesProbe } from '#electron/probes/updates/probe.ts'
import { contextOf, number, registryOf, type StandInKey, type StandInRegistry, text, windowsOf } from '../stand-in-windows.ts'

const CURRENT_VERSION = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
const SERVICING = `${CURRENT_VERSION}\\Component Based Servicing`
const RESTART_REQUIRED = `${CURRENT_VERSION}\\WindowsUpdate\\Auto Update\\RebootRequired`

const INSTALLED = 0x70

/** A package with its state and the time of its installation. */
function packageOf(time: string, state = INSTALLED): StandInKey {
  const steps = (BigInt(Date.parse(time)) + 11_644_473_600_000n) * 10_000n
  return {
    values: {
      CurrentState: number(state),
      InstallTimeHigh: number(Number(steps >> 32n)),
      InstallTimeLow: number(Number(steps & 0xffffffffn)),
    },
  }
}

const rollup = (build: string) => `Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.${build}`

function read(subkeys: Readonly<Record<string, StandInKey | number>>, more: StandInRegistry = {}) {
  return updatesProbe.read(contextOf(windowsOf({ registry: registryOf({ [SERVICING]: { subkeys }, ...more }) })))
}

const packages = (subkeys: Readonly<Record<string, StandInKey | number>>) => ({ Packages: { subkeys } })
const ONE = packages({ [rollup('5122.1.4')]: packageOf('2026-11-11T01:02:03.456Z') })
const FACTS = { lastInstalledAt: '2026-11-11T01:02:03.456Z', rebootPending: false }

describe('updates', () => {
  it('takes the newest cumulative update, whatever else was installed since', () => {
    const reading = read(
      packages({
        [rollup('5000.1.4')]: packageOf('2026-09-10T01:02:03Z', 0x50),
        [rollup('5122.1.4')]: packageOf('2026-11-11T01:02:03.456Z'),
        [rollup('5111.1.4')]: packageOf('2026-10-12T01:02:03Z'),
        'Package_for_DotNetRollup~31bf3856ad364e35~amd64~~10.0.1.1': packageOf('2026-11-18T00:00:00Z'),
        'Package_for_ServicingStack_5120~31bf3856ad364e35~amd64~~17763.5120.1.0': packageOf('2026-11-18T00:00:00Z'),
        'Package_1_for_KB5031361~31bf3856ad364e35~amd64~~17763.1.1.0': packageOf('2026-11-18T00:00:00Z'),
      }),
    )
    expect(reading).toEqual({ status: 'ok', facts: FACTS })
  })

  it.each([
    { name: 'superseded', state: 0x50, counts: false },
    { name: 'waiting for a restart', state: 0x60, counts: false },
    { name: 'staged', state: 0x40, counts: false },
    { name: 'installed', state: 0x70, counts: true },
    { name: 'permanent', state: 0x80, counts: true },
  ])('counts an update that is $name: $counts', ({ state, counts }) => {
    const older = { [rollup('1')]: packageOf('2026-01-01T00:00:00Z') }
    const reading = read(packages({ ...older, [rollup('2')]: packageOf('2026-02-02T00:00:00Z', state) }))
    expect(reading).toMatchObject({ facts: { lastInstalledAt: counts ? '2026-02-02T00:00:00.000Z' : '2026-01-01T00:00:00.000Z' } })
  })

  it('says that there is no cumulative update', () => {
    expect(read(packages({}))).toEqual({
      status: 'ok',
      facts: { lastInstalledAt: null, rebootPending: false },
      notes: ['no cumulative update is in use'],
    })
  })

  it.each([
    { name: 'refuses to be opened', key: 5, note: /^update Package_for_RollupFix~\S+ is left out: RegOpenKeyExW .* error 5$/ },
    { name: 'refuses a value', key: { values: { CurrentState: 5 } }, note: /RegQueryValueExW .* error 5$/ },
    { name: 'has no state', key: { values: {} }, note: /it has no state or time$/ },
    { name: 'has a state of the wrong kind', key: { values: { CurrentState: text('112') } }, note: /it has no state or time$/ },
    { name: 'has a time before all time', key: packageOf('1601-01-01T00:00:00Z'), note: /it has no state or time$/ },
  ])('is incomplete where an update $name, and takes the next', ({ key, note }) => {
    expect(read(packages({ [rollup('9')]: key, ...ONE.Packages.subkeys }))).toEqual({
      status: 'ok',
      incomplete: true,
      facts: FACTS,
      notes: [expect.stringMatching(note)],
    })
  })

  it.each([
    { name: 'refuses', packages: 5 },
    { name: 'does not list its content', packages: { listing: 5 } },
    { name: 'is not there', packages: 2 },
  ])('knows no time where the key of packages $name, and still whether a restart is pending', ({ packages: key }) => {
    expect(read({ Packages: key, RebootPending: {} })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { lastInstalledAt: null, rebootPending: true },
      notes: [expect.stringMatching(/^installed updates are not known: Reg\w+ .*ended with error [25]$/)],
    })
  })

  it.each([
    { name: 'the servicing stack', subkeys: { RebootPending: {} }, more: {} },
    { name: 'Windows Update', subkeys: {}, more: { [RESTART_REQUIRED]: {} } },
    { name: 'the servicing stack, while Windows Update does not tell', subkeys: { RebootPending: {} }, more: { [RESTART_REQUIRED]: 5 } },
    { name: 'Windows Update, while the servicing stack does not tell', subkeys: { RebootPending: 5 }, more: { [RESTART_REQUIRED]: {} } },
  ])('sees a restart that $name waits for', ({ subkeys, more }) => {
    expect(read({ ...ONE, ...subkeys }, more)).toEqual({ status: 'ok', facts: { ...FACTS, rebootPending: true } })
  })

  it.each([
    { name: 'the servicing stack refuses', subkeys: { RebootPending: 5 }, more: {}, status: 'denied' },
    { name: 'Windows Update refuses', subkeys: {}, more: { [RESTART_REQUIRED]: 5 }, status: 'denied' },
    { name: 'Windows Update fails', subkeys: {}, more: { [RESTART_REQUIRED]: 1450 }, status: 'failed' },
  ])('never says that no restart is pending where $name', ({ subkeys, more, status }) => {
    expect(read({ ...ONE, ...subkeys }, more)).toMatchObject({ status })
  })

  it.each([
    { name: 'refuses', key: 5, status: 'denied' },
    { name: 'is not there', key: 2, status: 'failed' },
  ])('has no facts where the key of the servicing stack $name', ({ key, status }) => {
    expect(read({}, { [SERVICING]: key })).toMatchObject({ status, reason: expect.stringContaining(`error ${key}`) })
  })
})
