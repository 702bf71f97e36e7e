import { generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import { emptyProfile } from '#shared/formats/profile.ts'
import { describeWith } from '../support/needs.ts'
import { powershell, powershellRow, readFacts, runTool, tryTool, uniqueName, withFolder } from './support.ts'

/** Folders of the catalogue below a variable: what they are proof of. */
const TOOL_FOLDERS = [
  { variable: 'ProgramFiles(x86)', folder: 'GoToAssist Remote Support Customer', tool: 'goto-assist-customer-v4' },
  { variable: 'ProgramData', folder: 'GoToAssist Remote Support Unattended erpchk', tool: 'goto-assist-unattended-v5' },
  { variable: 'LOCALAPPDATA', folder: 'Citrix\\GoToAssist Remote Support Customer', tool: 'goto-assist-customer-v4' },
]

describeWith('Windows', 'remote-access files of a real Windows', () => {
  it.each(TOOL_FOLDERS)('are found below the folder of $variable', async ({ variable, folder, tool }) => {
    const root = process.env[variable] ?? ''
    const path = join(root, folder)
    expect(root).not.toBe('')
    // What is there already is not ours to take away again.
    expect(existsSync(path)).toBe(false)
    const first = join(root, folder.split('\\')[0] ?? '')
    const ours = existsSync(first) ? path : first
    onTestFinished(() => rm(ours, { recursive: true, force: true }))
    await mkdir(path, { recursive: true })
    const { present } = await readFacts('remote-access-files')
    expect(present.map((found) => ({ ...found, path: found.path.toLowerCase() }))).toContainEqual({ tool, path: path.toLowerCase() })
    await rm(ours, { recursive: true })
    expect((await readFacts('remote-access-files')).present.filter((found) => found.path.toLowerCase() === path.toLowerCase())).toEqual([])
  })
})

/** SIDs that an access list lets read, as Windows' own classes decode it. */
const READERS = `$rules = (Get-Acl -LiteralPath $env:CHECKUP_FILE).GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])
$rules | Where-Object { $_.AccessControlType -eq 'Allow' -and ($_.FileSystemRights -band [Security.AccessControl.FileSystemRights]::ReadData) } |
  ForEach-Object { $_.IdentityReference.Value }`

describeWith('Windows', 'connector of a real Windows', () => {
  it('has its key with everybody who may read it', async () => {
    const service = uniqueName()
    await withFolder(async (made) => {
      // The temporary folder of a runner is a short name such as RUNNER~1.
      const folder = await realpath(made)
      const key = join(folder, 'keys', 'connector.pem')
      await mkdir(join(folder, 'keys'))
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
      await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
      // Users may read, the built-in Guests group is denied, the rest is inherited.
      await runTool('icacls.exe', key, '/grant', '*S-1-5-32-545:(R)', '/deny', '*S-1-5-32-546:(R)')
      onTestFinished(() => tryTool('sc.exe', 'delete', service))
      await runTool('sc.exe', 'create', service, 'binPath=', `"${join(folder, 'connector.exe')}"`, 'start=', 'demand')
      const told = await powershell<string>(READERS, { CHECKUP_FILE: key })
      const { installations } = await readFacts('connector', {
        ...emptyProfile,
        syncTools: [{ name: service, kind: 'connector', service }],
      })
      expect(installations).toMatchObject([
        { product: service, location: folder, keys: [{ path: key, kind: 'private', algorithm: 'RSA', bits: 2048 }], reachability: [] },
      ])
      const readers = installations[0]?.keys[0]?.readableBy ?? []
      expect(readers.map(({ sid }) => sid).sort()).toEqual([...new Set(told)].sort())
      expect(readers.map(({ sid }) => sid)).toContain('S-1-5-32-545')
      const users = await powershellRow<string>(
        "[Security.Principal.SecurityIdentifier]::new('S-1-5-32-545').Translate([Security.Principal.NTAccount]).Value",
      )
      expect(readers.find(({ sid }) => sid === 'S-1-5-32-545')?.name).toBe(users)
    })
  })
})
