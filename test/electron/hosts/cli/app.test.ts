import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { AppStart } from '#electron/core/installed-app.ts'
import { installedAppPaths, startInstalledApp } from '#electron/core/installed-app.ts'
import { run } from '#electron/hosts/cli/run.ts'
import { fakeTerminal, testCore } from './fake-terminal.ts'

const NAME = 'ERP Sync Security Checkup'
let folder = ''

async function app(start: AppStart, ...argv: readonly string[]) {
  const terminal = fakeTerminal({ errors: true })
  const core = { ...testCore(folder), startApp: async () => start }
  const status = await run(['app', ...argv], core, terminal, () => Promise.reject(new Error('not asked for')))
  return { status, ...terminal.written }
}

describe('app', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-app-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('starts the app and says so to whoever watches', async () => {
    expect(await app({ kind: 'started' })).toEqual({ status: 0, output: '', errors: 'The app was started.\n' })
    expect(await app({ kind: 'started' }, '--quiet')).toEqual({ status: 0, output: '', errors: '' })
  })

  it.each([
    { lang: 'en', line: /^erp-checkup: the desktop app is not installed here: .*setup\.exe.* erp-checkup serve --open\n$/ },
    { lang: 'de', line: /^erp-checkup: die Desktop-App ist hier nicht installiert: .*setup\.exe.* erp-checkup serve --open\n$/ },
  ])('says in one line where to get it ($lang)', async ({ lang, line }) => {
    const { status, errors } = await app({ kind: 'not-installed' }, '--lang', lang)
    expect(status).toBe(2)
    expect(errors).toMatch(line)
  })

  it('says what the system said', async () => {
    const { status, errors } = await app({ kind: 'failed', program: 'C:\\app\n.exe', code: 'EACCES' })
    expect(status).toBe(2)
    expect(errors).toMatch(/^erp-checkup: C:\\app.*EACCES\n$/)
  })

  it.each([
    {
      name: 'Windows',
      platform: 'win32',
      environment: { ProgramW6432: 'C:\\Program Files', ProgramFiles: 'C:\\Program Files' },
      paths: [`C:\\Program Files\\${NAME}\\${NAME}.exe`],
    },
    {
      name: 'a 32-bit Node on Windows',
      platform: 'win32',
      environment: { ProgramW6432: 'D:\\Program Files', ProgramFiles: 'D:\\Program Files (x86)' },
      paths: [`D:\\Program Files\\${NAME}\\${NAME}.exe`, `D:\\Program Files (x86)\\${NAME}\\${NAME}.exe`],
    },
    { name: 'folders that are no whole paths', platform: 'win32', environment: { ProgramFiles: 'Program Files' }, paths: [] },
    { name: 'Linux', platform: 'linux', environment: {}, paths: [`/opt/${NAME}/erp-sync-security-checkup`] },
    { name: 'another system', platform: 'darwin', environment: {}, paths: [] },
  ] as const)('looks where its installer puts it: $name', ({ platform, environment, paths }) => {
    expect(installedAppPaths(NAME, environment, platform)).toEqual(paths)
  })

  it.skipIf(process.platform === 'win32')('starts the first program that is there, and does not wait for it', async () => {
    const program = join(folder, 'program')
    writeFileSync(program, `#!/bin/sh\ntouch '${folder}/started'\n`)
    chmodSync(program, 0o755)
    expect(await startInstalledApp([join(folder, 'missing'), folder, program])).toEqual({ kind: 'started' })
    await vi.waitFor(() => expect(existsSync(join(folder, 'started'))).toBe(true))
  })

  it('tells of none that is there and of one that is no program', async () => {
    expect(await startInstalledApp([join(folder, 'missing')])).toEqual({ kind: 'not-installed' })
    const text = join(folder, 'text.exe')
    writeFileSync(text, 'no program')
    expect(await startInstalledApp([text])).toMatchObject({ kind: 'failed', program: text })
  })
})
