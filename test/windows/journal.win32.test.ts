import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { administratorsPlace } from '#electron/rotation/administrators-place.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createProtectedFolders, type ProtectedFolders } from '#electron/win32/protected-folder.ts'
import { succeeded } from '#electron/win32/result.ts'
import { describeWith } from '../support/needs.ts'
import { powershellRow, runTool, withFolder } from './support.ts'

/** Owner, whether nothing is inherited, and who may what, as Windows' own classes decode them. */
const PROTECTION = `$acl = Get-Acl -LiteralPath $env:CHECKUP_FILE
$sid = [Security.Principal.SecurityIdentifier]
[pscustomobject]@{ owner = $acl.GetOwner($sid).Value; isProtected = $acl.AreAccessRulesProtected;
  rules = @($acl.GetAccessRules($true, $true, $sid) | ForEach-Object { "$($_.AccessControlType) $($_.IdentityReference.Value) $($_.FileSystemRights)" } | Sort-Object) }`

const ADMINISTRATORS = 'S-1-5-32-544'
const RULES = [`Allow S-1-5-18 FullControl`, `Allow ${ADMINISTRATORS} FullControl`]

/** The folders of the product below a folder of the test instead of ProgramData. */
function foldersBelow(data: string): ProtectedFolders {
  return { ...createProtectedFolders(createNativeAccess(koffiSource)), programData: () => succeeded(data) }
}

describeWith('Windows', 'place of the journals of a real Windows', () => {
  it('belongs to the administrators and lets in them and the system alone, as do the files in it', async () => {
    await withFolder(async (data) => {
      const folder = join(data, 'ERP Checkup', 'Rotation')
      const place = administratorsPlace(foldersBelow(data))
      expect(await place.examine()).toEqual({ state: 'missing', folder })
      expect(await place.prepare()).toEqual({ state: 'ready', folder })
      expect(await place.examine()).toEqual({ state: 'ready', folder })
      for (const path of [join(data, 'ERP Checkup'), folder]) {
        const told = await powershellRow(PROTECTION, { CHECKUP_FILE: path })
        expect(told).toEqual({ owner: ADMINISTRATORS, isProtected: true, rules: RULES })
      }
      await writeFile(join(folder, 'inside.txt'), '')
      expect(await powershellRow(PROTECTION, { CHECKUP_FILE: join(folder, 'inside.txt') })).toMatchObject({ rules: RULES })
    })
  })

  it('is not a folder that somebody else could have made, widened or led elsewhere', async () => {
    await withFolder(async (data) => {
      const upper = join(data, 'ERP Checkup')
      const lower = join(upper, 'Rotation')
      const place = administratorsPlace(foldersBelow(data))
      await mkdir(upper)
      expect(await place.prepare()).toMatchObject({ state: 'refused' })
      await runTool('icacls.exe', upper, '/setowner', `*${ADMINISTRATORS}`)
      expect(await place.prepare()).toMatchObject({ state: 'refused', problem: expect.stringMatching(/^(open-to-others|inheriting)$/) })
      await runTool('icacls.exe', upper, '/inheritance:r', '/grant', `*${ADMINISTRATORS}:(OI)(CI)(F)`, '*S-1-5-18:(OI)(CI)(F)')
      expect(await place.prepare()).toEqual({ state: 'ready', folder: lower })
      await runTool('icacls.exe', lower, '/grant', '*S-1-5-32-545:(R)')
      expect(await place.examine()).toMatchObject({ state: 'refused', problem: 'open-to-others', detail: 'S-1-5-32-545' })
      await runTool('icacls.exe', lower, '/setowner', '*S-1-5-32-545')
      expect(await place.examine()).toMatchObject({ state: 'refused', problem: 'owner', detail: 'S-1-5-32-545' })
    })
  })

  it('is never a junction, even to a folder that is protected', async () => {
    await withFolder(async (data) => {
      await withFolder(async (elsewhere) => {
        const folders = foldersBelow(data)
        const target = join(elsewhere, 'target')
        expect(folders.create(target)).toEqual({ ok: true, value: 'created' })
        await symlink(target, join(data, 'ERP Checkup'), 'junction')
        expect(await administratorsPlace(folders).prepare()).toMatchObject({ state: 'refused', problem: 'link' })
      })
    })
  })
})
