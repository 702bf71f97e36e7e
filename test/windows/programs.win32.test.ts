import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { compare, missingFrom, ownAccount, powershell, readFacts, readProbe, runTool, tryTool, uniqueName } from './support.ts'

const UNINSTALL = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'

/** Where a program registers itself, as reg.exe spells it. */
const PLACES = {
  native: { root: 'HKLM', view: '/reg:64' },
  wow: { root: 'HKLM', view: '/reg:32' },
  own: { root: 'HKCU', view: '/reg:64' },
} as const

type Place = keyof typeof PLACES
type Value = readonly [name: string, type: 'REG_SZ' | 'REG_EXPAND_SZ' | 'REG_DWORD', data: string]

/** What a program of ours registers. */
const VALUES: readonly Value[] = [
  ['DisplayVersion', 'REG_SZ', '4.8.0'],
  ['Publisher', 'REG_SZ', 'Beispiel GmbH – Zürich ✓'],
  ['InstallDate', 'REG_SZ', '20240229'],
  ['InstallLocation', 'REG_EXPAND_SZ', '%SystemRoot%\\erpchk'],
  ['UninstallString', 'REG_SZ', '"C:\\erpchk\\uninstall.exe" /password=hunter2'],
]

/** Entries that are no programs of their own. */
const LEFT_OUT: Readonly<Record<string, Value>> = {
  hidden: ['SystemComponent', 'REG_DWORD', '1'],
  update: ['ParentKeyName', 'REG_SZ', 'Office'],
}

const LISTED = `$places = @(@('LocalMachine', 'Registry64'), @('LocalMachine', 'Registry32'), @('CurrentUser', 'Registry64'))
foreach ($place in $places) {
  $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey($place[0], $place[1])
  $uninstall = $root.OpenSubKey($env:CHECKUP_UNINSTALL)
  if (-not $uninstall) { continue }
  foreach ($name in $uninstall.GetSubKeyNames()) {
    $entry = $uninstall.OpenSubKey($name)
    if (-not $entry) { continue }
    $title = [string]$entry.GetValue('DisplayName', '', 'DoNotExpandEnvironmentNames')
    if ($title.Trim() -eq '' -or [string]$entry.GetValue('ParentKeyName') -ne '' -or [string]$entry.GetValue('SystemComponent') -eq '1') { continue }
    [pscustomobject]@{ scope = $(if ($place[0] -eq 'CurrentUser') { 'user' } else { 'machine' }); name = $title }
  }
}`

describeWith('Windows', 'programs of a real Windows', () => {
  const base = uniqueName()
  const keyOf = (place: Place, entry: string): string => `${PLACES[place].root}\\${UNINSTALL}\\${base}${entry}`

  async function register(place: Place, entry: string, values: readonly Value[]): Promise<void> {
    for (const [name, type, data] of [['DisplayName', 'REG_SZ', `${base} ${entry} ✓`] as const, ...values]) {
      await runTool('reg.exe', 'add', keyOf(place, entry), '/v', name, '/t', type, '/d', data, '/f', PLACES[place].view)
    }
  }

  beforeAll(async () => {
    for (const place of Object.keys(PLACES) as Place[]) await register(place, place, VALUES)
    for (const [entry, value] of Object.entries(LEFT_OUT)) await register('native', entry, [value])
  })

  afterAll(async () => {
    for (const place of Object.keys(PLACES) as Place[]) {
      for (const entry of [place, ...Object.keys(LEFT_OUT)])
        await tryTool('reg.exe', 'delete', keyOf(place, entry), '/f', PLACES[place].view)
    }
  })

  it('are found in both views of the machine and in the own hive', async () => {
    const { name: user } = await ownAccount()
    const { programs } = await readFacts('programs')
    const program = {
      publisher: 'Beispiel GmbH – Zürich ✓',
      version: '4.8.0',
      installedOn: '2024-02-29',
      uninstallCommand: '"C:\\erpchk\\uninstall.exe" /password=***',
    }
    const expanded = `${process.env.SystemRoot}\\erpchk`
    const byName = (left: { name: string }, right: { name: string }): number => (left.name < right.name ? -1 : 1)
    const ours = programs.filter(({ name }) => name.startsWith(base)).sort(byName)
    expect(ours.map(({ user: owner, ...rest }) => (owner === undefined ? rest : { ...rest, user: owner.toLowerCase() }))).toEqual([
      { ...program, name: `${base} native ✓`, location: expanded, scope: 'machine' },
      { ...program, name: `${base} own ✓`, location: '%SystemRoot%\\erpchk', scope: 'user', user: user.toLowerCase() },
      { ...program, name: `${base} wow ✓`, location: expanded, scope: 'machine' },
    ])
  })

  it('never show the password of a command', async () => {
    const reading = await readProbe('programs')
    expect(JSON.stringify(reading)).not.toContain('hunter2')
    expect(JSON.stringify(reading)).toContain(`the uninstall command of ${base} native ✓ holds what looks like a credential: masked`)
  })

  it('are those that the registry holds', async () => {
    const { name: user } = await ownAccount()
    const ask = () => powershell<{ scope: string; name: string }>(LISTED, { CHECKUP_UNINSTALL: UNINSTALL })
    const { seen, lasting } = await compare(ask, () => readFacts('programs'))
    // Programs of others who are signed in are none that the own hive holds.
    const visible = seen.programs.filter((program) => program.user === undefined || program.user.toLowerCase() === user.toLowerCase())
    const line = ({ scope, name }: { scope: string; name: string }): string => `${scope} ${name}`
    expect(lasting.length).toBeGreaterThanOrEqual(Object.keys(PLACES).length)
    expect(missingFrom(visible.map(line), lasting.map(line))).toEqual([])
    expect(visible).toHaveLength(lasting.length)
  })
})
