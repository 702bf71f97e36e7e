import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'

import type { ProbeReading } from '#electron/probes/probe.ts'
import type { Win32Result } from '#electron/win32/result.ts'
import { type Facts, factSchemas } from '#shared/facts/index.ts'
import { describeWith } from '../support/needs.ts'
import { type WineWorkspace, withPrefix } from '../support/wine.ts'

const run = promisify(execFile)
const programs = join(import.meta.dirname, 'programs')

const LOCAL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'
const POLICY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall'

type Values = Readonly<Record<string, string | number>>

const PROFILES: Readonly<Record<string, Values>> = {
  [`${LOCAL}\\DomainProfile`]: { EnableFirewall: 1, DefaultInboundAction: 1 },
  [`${LOCAL}\\StandardProfile`]: { EnableFirewall: 0, DefaultInboundAction: 0 },
  [`${LOCAL}\\PublicProfile`]: { EnableFirewall: 1, DefaultInboundAction: 0 },
  [`${POLICY}\\PrivateProfile`]: { EnableFirewall: 1 },
}

const start = 'v2.31|Action=Allow|Active=TRUE|Dir=In|'

const RULES: Readonly<Record<string, Values>> = {
  [`${LOCAL}\\FirewallRules`]: {
    'Acme-Büro-In': `${start}Protocol=6|Profile=Private|LPort=443|LPort2_10=5000-5010|RA4=LocalSubnet|RA6=LocalSubnet|App=%SystemRoot%\\acme.exe|Svc=AcmeSync|Name=Größe № ✓|`,
    Resource: `${start}Protocol=17|Name=@shell32.dll,-8|`,
    Elsewhere: `${start}Protocol=58|Name=@C:\\x.dll,-1|`,
    Long: `${start}Protocol=6|${'LPort=1|LPort=2|'.repeat(1500)}Name=Long|`,
    Taken: `${start}Protocol=6|LPort=3389|Name=Taken|`,
    Idle: 'v2.31|Action=Allow|Active=FALSE|Dir=In|Name=Idle|',
    Broken: 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=many|',
    Number: 7,
  },
  [`${POLICY}\\FirewallRules`]: {
    '{6A1D}': `${start}Name=Policy|`,
    '{6A1E}': 'v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort2_10=3000-4000|Name=Block|',
  },
}

/** So many that reading each with a call of its own for its size would be felt. */
const MANY = 10_000
const MANY_RULES = {
  [`${LOCAL}\\FirewallRules`]: Object.fromEntries(
    Array.from({ length: MANY }, (_, index) => [
      `{${String(index).padStart(8, '0')}}`,
      `v2.31|Action=${index % 2 === 0 ? 'Allow' : 'Block'}|Active=TRUE|Dir=In|Protocol=6|LPort=${10_000 + index}|App=C:\\Acme ${index % 50}\\a.exe|Name=Rule ${index}|`,
    ]),
  ),
}

function registration(keys: Readonly<Record<string, Values>>): Buffer {
  const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  const lines = Object.entries(keys).flatMap(([key, values]) => [
    `[${key}]`,
    ...Object.entries(values).map(
      ([name, value]) => `${quoted(name)}=${typeof value === 'number' ? `dword:${value.toString(16)}` : quoted(value)}`,
    ),
  ])
  return Buffer.from(`\uFEFFWindows Registry Editor Version 5.00\r\n${lines.join('\r\n')}\r\n`, 'utf16le')
}

interface Outcome {
  readonly firewall: ProbeReading<Facts['firewall']>
  readonly resolved: readonly Win32Result<string | null>[]
}

const TEXTS = [
  '@shell32.dll,-8',
  '@%SystemRoot%\\system32\\shell32.dll,-8',
  '@planted.dll,-8',
  '@.\\planted.dll,-8',
  '@FirewallAPI.dll,-28775',
]

async function read({ runWine, folder }: WineWorkspace): Promise<Outcome> {
  expect(await runWine(['read.mjs', 'readings.json', JSON.stringify({ texts: TEXTS })])).toMatchObject({ status: 0, stderr: '' })
  const outcome: Outcome = JSON.parse(await readFile(join(folder, 'readings.json'), 'utf8'))
  if (outcome.firewall.status === 'ok') expect(factSchemas.firewall.safeParse(outcome.firewall.facts).error).toBeUndefined()
  return outcome
}

async function importKeys({ prefix, folder }: WineWorkspace, keys: Readonly<Record<string, Values>>): Promise<void> {
  await writeFile(join(folder, 'keys.reg'), registration(keys))
  expect(await prefix.run('reg.exe', ['import', 'keys.reg'], folder)).toMatchObject({ status: 0, stderr: '' })
}

type Stage = 'absent' | 'bare' | 'stopped' | 'running' | 'many'

describeWith('wine', 'firewall', () => {
  describeWith('mingw-w64', 'with a service of its own', () => {
    const readings = new Map<Stage, Outcome>()

    beforeAll(async () => {
      const bundle = {
        read: new URL('./programs/read-settings.ts', import.meta.url),
        seed: new URL('./programs/seed-services.ts', import.meta.url),
      }
      await withPrefix({ bundle }, async (workspace) => {
        const { folder, prefix, runWine } = workspace
        readings.set('absent', await read(workspace))
        await run('x86_64-w64-mingw32-gcc', [join(programs, 'idle-service.c'), '-o', join(prefix.driveC, 'idle.exe')])
        await writeFile(join(folder, 'planted.dll'), await readFile(join(prefix.driveC, 'windows', 'system32', 'shell32.dll')))
        const service = { name: 'MpsSvc', displayName: 'Firewall', startType: 3, imagePath: 'C:\\idle.exe', account: null }
        await writeFile(join(folder, 'services.json'), JSON.stringify([service]))
        expect(await runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
        readings.set('bare', await read(workspace))
        await importKeys(workspace, { ...PROFILES, ...RULES })
        readings.set('stopped', await read(workspace))
        expect(await prefix.run('net.exe', ['start', 'MpsSvc'])).toMatchObject({ status: 0 })
        readings.set('running', await read(workspace))
        await importKeys(workspace, MANY_RULES)
        readings.set('many', await read(workspace))
      })
    })

    const outcomeOf = (stage: Stage): Outcome => {
      const outcome = readings.get(stage)
      if (outcome === undefined) throw new Error(`not read: ${stage}`)
      return outcome
    }
    const factsOf = (stage: Stage): Facts['firewall'] => {
      const { firewall } = outcomeOf(stage)
      if (firewall.status !== 'ok') throw new Error(firewall.reason)
      return firewall.facts
    }

    it('is unsupported where this Windows has no firewall service', () => {
      expect(outcomeOf('absent').firewall).toEqual({ status: 'unsupported', reason: 'this Windows has no firewall service (MpsSvc)' })
    })

    it('fails where the store is not there, instead of telling of no rules', () => {
      expect(outcomeOf('bare').firewall).toEqual({
        status: 'failed',
        reason: expect.stringMatching(/^RegOpenKeyExW for HKEY_LOCAL_MACHINE\\SYSTEM.* ended with error 2$/),
      })
    })

    it('reads the profiles as policy and machine set them together', () => {
      expect(factsOf('running').profiles).toEqual([
        { name: 'domain', enabled: true, inboundDefault: 'block' },
        { name: 'private', enabled: true, inboundDefault: 'allow' },
        { name: 'public', enabled: true, inboundDefault: 'allow' },
      ])
    })

    it('tells every profile as off while the service is stopped', () => {
      expect(factsOf('stopped').profiles.map(({ enabled }) => enabled)).toEqual([false, false, false])
      expect(outcomeOf('stopped').firewall).toHaveProperty('notes', [
        'no profile filters: the firewall service (MpsSvc) is stopped',
        expect.stringContaining('Broken'),
        expect.stringContaining('Number'),
      ])
      expect(outcomeOf('running').firewall).toHaveProperty('notes.length', 2)
    })

    it('reads the rules of machine and policy, in any language and length', () => {
      const any = { protocol: 'TCP', localPorts: 'any', remoteAddresses: 'any', program: null, service: null }
      const sorted = factsOf('running').inboundAllow.toSorted((one, other) => (one.name < other.name ? -1 : 1))
      expect(sorted).toEqual([
        { ...any, name: '@C:\\x.dll,-1', protocol: '58' },
        {
          name: 'Größe № ✓',
          protocol: 'TCP',
          localPorts: '443,5000-5010',
          remoteAddresses: 'LocalSubnet',
          program: 'C:\\windows\\acme.exe',
          service: 'AcmeSync',
        },
        { ...any, name: 'Long', localPorts: '1,2' },
        { ...any, name: 'Policy', protocol: 'any' },
        { ...any, name: 'Size', protocol: 'UDP' },
      ])
    })

    it('opens libraries of the system directory alone to look for names', () => {
      expect(outcomeOf('running').resolved).toEqual([
        { ok: true, value: 'Size' },
        { ok: true, value: 'Size' },
        { ok: false, failure: { function: 'SHLoadIndirectString', code: 0x80004005, subject: '@planted.dll,-8' } },
        { ok: true, value: null },
        { ok: false, failure: { function: 'SHLoadIndirectString', code: 0x80004005, subject: '@FirewallAPI.dll,-28775' } },
      ])
    })

    it('reads ten thousand rules', () => {
      const named = factsOf('many').inboundAllow.filter(({ name }) => name.startsWith('Rule '))
      expect(named).toHaveLength(MANY / 2)
      expect(new Set(named.map(({ localPorts }) => localPorts)).size).toBe(MANY / 2)
    })
  })
})
