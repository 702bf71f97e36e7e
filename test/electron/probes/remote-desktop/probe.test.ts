import { describe, expect, it } from 'vitest'

import { remoteDesktopProbe } from '#electron/probes/remote-desktop/probe.ts'
import type { RegistryValue } from '#electron/win32/registry-values.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import { encodeRegistryPolicy, numberEntry, textEntry } from '../../policy/encode-registry-policy.ts'
import { templateOf } from '../../policy/template-samples.ts'
import { type MachineFiles, places, policyMachines, refusedList, SERVERS, usualList } from '../policy-machine.ts'
import { number, type StandInRegistry, text, windowsOf } from '../stand-in-windows.ts'

const POLICY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'
const SERVER = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server'
const LISTENER = `${SERVER}\\WinStations\\RDP-Tcp`
const ASSISTANCE = 'SYSTEM\\CurrentControlSet\\Control\\Remote Assistance'

type Values = Readonly<Record<string, RegistryValue | number>>
type Keys = Readonly<Record<string, Values | number>>

/** Values by key of HKEY_LOCAL_MACHINE; a number is the code that opening the key gives. */
function registry(keys: Keys): StandInRegistry {
  return Object.fromEntries(
    Object.entries(keys).map(([key, values]) => [`64-bit HKEY_LOCAL_MACHINE\\${key}`, typeof values === 'number' ? values : { values }]),
  )
}

const DEFAULTS = { enabled: false, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] }

describe('remote-desktop', () => {
  const machine = policyMachines()
  const read = async (keys: Keys, files: MachineFiles = {}, list: StandInRegistry = usualList) =>
    await remoteDesktopProbe.read(machine({ ...registry(keys), ...list }, files))

  it('is off where nothing is set', async () => {
    expect(await read({})).toEqual({ status: 'ok', facts: DEFAULTS })
  })

  it('reads what is set on the machine', async () => {
    const keys = {
      [SERVER]: { fDenyTSConnections: number(0) },
      [LISTENER]: { PortNumber: number(33389), UserAuthentication: number(0) },
      [ASSISTANCE]: { fAllowToGetHelp: number(1) },
    }
    const facts = { enabled: true, port: 33389, networkLevelAuthentication: false, remoteAssistance: true, setByPolicy: [] }
    expect(await read(keys)).toEqual({ status: 'ok', facts })
  })

  it('lets the policy win, both ways', async () => {
    const keys = {
      [POLICY]: { fDenyTSConnections: number(0), UserAuthentication: number(1), fAllowToGetHelp: number(0) },
      [SERVER]: { fDenyTSConnections: number(1) },
      [LISTENER]: { UserAuthentication: number(0) },
      [ASSISTANCE]: { fAllowToGetHelp: number(1) },
    }
    const setByPolicy = ['fDenyTSConnections', 'UserAuthentication', 'fAllowToGetHelp']
    expect(await read(keys)).toEqual({ status: 'ok', facts: { ...DEFAULTS, enabled: true, setByPolicy } })
  })

  it.each([
    { name: 'any other number denies', keys: { [SERVER]: { fDenyTSConnections: number(2) } }, facts: { enabled: false } },
    { name: 'offered help counts too', keys: { [POLICY]: { fAllowUnsolicited: number(1) } }, facts: { remoteAssistance: true } },
    {
      name: 'offered help counts although nobody may ask',
      keys: { [POLICY]: { fAllowUnsolicited: number(1), fAllowToGetHelp: number(0) } },
      facts: { remoteAssistance: true },
    },
    { name: 'the first port', keys: { [LISTENER]: { PortNumber: number(1) } }, facts: { port: 1 } },
    { name: 'the last port', keys: { [LISTENER]: { PortNumber: number(65_535) } }, facts: { port: 65_535 } },
  ])('knows that $name', async ({ keys, facts }) => {
    expect(await read(keys)).toMatchObject({ status: 'ok', facts })
  })

  it.each([
    {
      name: 'Windows Server 2012',
      version: { build: 9200, kind: 'server' },
      facts: { networkLevelAuthentication: true, remoteAssistance: false },
    },
    { name: 'Windows Server 2008 R2', version: { build: 7601, kind: 'server' }, facts: { networkLevelAuthentication: false } },
    { name: 'a domain controller', version: { build: 20348, kind: 'domain-controller' }, facts: { remoteAssistance: false } },
    {
      name: 'a client',
      version: { build: 19045, kind: 'workstation' },
      facts: { networkLevelAuthentication: true, remoteAssistance: true },
    },
  ] as const)('takes the defaults of $name', async ({ version, facts }) => {
    const system = { ...windowsOf().system, version: () => succeeded(version) }
    expect(await remoteDesktopProbe.read(machine({}, {}, { system }))).toMatchObject({ status: 'ok', facts })
  })

  it('does not guess defaults where the version of Windows is not known, and needs it for nothing else', async () => {
    const system = { ...windowsOf().system, version: () => refused('RtlGetVersion', 127) }
    expect(await remoteDesktopProbe.read(machine({}, {}, { system }))).toMatchObject({ status: 'unsupported' })
    const keys = { [LISTENER]: { UserAuthentication: number(1) }, [ASSISTANCE]: { fAllowToGetHelp: number(0) } }
    expect(await remoteDesktopProbe.read(machine(registry(keys), {}, { system }))).toEqual({ status: 'ok', facts: DEFAULTS })
  })

  it.each<{ name: string; keys: Keys; status: string; reason: RegExp }>([
    {
      name: 'the policy key refuses',
      keys: { [POLICY]: 5 },
      status: 'denied',
      reason: /^RegOpenKeyExW .*Terminal Services ended with error 5/,
    },
    { name: 'a key of the machine refuses', keys: { [SERVER]: 5 }, status: 'denied', reason: /Terminal Server ended with error 5/ },
    { name: 'a value refuses', keys: { [LISTENER]: { PortNumber: 5 } }, status: 'denied', reason: /^RegQueryValueExW for PortNumber/ },
    { name: 'the registry is damaged', keys: { [SERVER]: 1015 }, status: 'failed', reason: /ended with error 1015$/ },
    {
      name: 'a switch is text',
      keys: { [SERVER]: { fDenyTSConnections: text('1') } },
      status: 'failed',
      reason: /^fDenyTSConnections of HKEY_LOCAL_MACHINE\\SYSTEM.*Terminal Server: expected a number, but this is text$/,
    },
    {
      name: 'a policy is text, whatever the machine says',
      keys: { [POLICY]: { UserAuthentication: text('0') }, [LISTENER]: { UserAuthentication: number(1) } },
      status: 'failed',
      reason: /^UserAuthentication of HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies/,
    },
    {
      name: 'a number has the wrong length',
      keys: { [POLICY]: { fAllowToGetHelp: { kind: 'binary', type: 4, bytes: new Uint8Array(2) } } },
      status: 'failed',
      reason: /expected a number, but this is binary$/,
    },
    {
      name: 'the port is none',
      keys: { [LISTENER]: { PortNumber: number(0) } },
      status: 'failed',
      reason: /expected 1 to 65535, but this is 0$/,
    },
    { name: 'the port is too large', keys: { [LISTENER]: { PortNumber: number(65_536) } }, status: 'failed', reason: /this is 65536$/ },
  ])('has no facts where $name', async ({ keys, status, reason }) => {
    expect(await read(keys)).toEqual({ status, reason: expect.stringMatching(reason) })
  })

  it('names the policies that set a value', async () => {
    const keys = { [POLICY]: { fDenyTSConnections: number(0), UserAuthentication: number(1), fAllowUnsolicited: number(0) } }
    const files = {
      [places.localRegistry]: encodeRegistryPolicy([
        numberEntry(POLICY, 'fDenyTSConnections', 0),
        numberEntry(POLICY, 'UserAuthentication', 1),
      ]),
      [places.domainRegistry(SERVERS)]: encodeRegistryPolicy([numberEntry(POLICY.toUpperCase(), 'fdenytsconnections', 0)]),
    }
    expect(await read(keys, files)).toMatchObject({
      facts: { enabled: true, setByPolicy: ['fDenyTSConnections', 'UserAuthentication', 'fAllowUnsolicited'] },
      notes: [
        'fDenyTSConnections is set by the policy "Server – Größe"; a change made on this server is undone',
        'UserAuthentication is set by the local group policy; a change made on this server is undone',
      ],
    })
  })

  it.each([
    { name: 'sets something else than what is in force', entry: numberEntry(POLICY, 'fDenyTSConnections', 1) },
    { name: 'deletes the value', entry: textEntry(POLICY, '**del.fDenyTSConnections', ' ') },
    { name: 'sets text', entry: textEntry(POLICY, 'fDenyTSConnections', '0') },
  ])('does not name a policy that $name', async ({ entry }) => {
    const reading = await read({ [POLICY]: { fDenyTSConnections: number(0) } }, { [places.localRegistry]: encodeRegistryPolicy([entry]) })
    expect(reading).toEqual({ status: 'ok', facts: { ...DEFAULTS, enabled: true, setByPolicy: ['fDenyTSConnections'] } })
  })

  it('knows values that a policy writes where the machine keeps its own', async () => {
    const keys = { [SERVER]: { fDenyTSConnections: number(0) }, [LISTENER]: { PortNumber: number(3390), UserAuthentication: number(1) } }
    const template = templateOf(
      '[Registry Values]',
      `MACHINE\\${LISTENER}\\userauthentication=4,1`,
      `MACHINE\\${SERVER}\\fDenyTSConnections=4,1`,
    )
    const files = {
      [places.localRegistry]: encodeRegistryPolicy([numberEntry(LISTENER, 'PortNumber', 3390)]),
      [places.cachedTemplate('gpt00000.dom')]: template,
      [places.cachedTemplate('gpt00001.inf')]: templateOf(),
    }
    expect(await read(keys, files)).toMatchObject({
      facts: { enabled: true, port: 3390, setByPolicy: ['PortNumber', 'UserAuthentication'] },
      notes: [
        expect.stringMatching(/^PortNumber is set by the local/),
        expect.stringMatching(/^UserAuthentication is set by the policy "Default/),
      ],
    })
  })

  it.each([
    { name: 'the list of policies refuses', files: {}, list: refusedList, note: /ended with error 5/ },
    {
      name: 'a registry policy cannot be read',
      files: { [places.localRegistry]: null },
      list: usualList,
      note: /Registry\.pol could not be read/,
    },
    {
      name: 'a template cannot be read',
      files: { [places.cachedTemplate('gpt00000.dom')]: null },
      list: usualList,
      note: /gpt00000\.dom could not be read/,
    },
  ])('says that not every policy is known where $name, and is whole all the same', async ({ files, list, note }) => {
    const reading = await read({ [POLICY]: { fDenyTSConnections: number(0) } }, files, list)
    expect(reading).toEqual({
      status: 'ok',
      facts: { ...DEFAULTS, enabled: true, setByPolicy: ['fDenyTSConnections'] },
      notes: [expect.stringMatching(/^not every value that a policy sets is known: /)],
    })
    expect(reading).toHaveProperty('notes.0', expect.stringMatching(note))
  })
})
