import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { elevationOf } from '#electron/core/elevation.ts'
import { claimInstance } from '#electron/hosts/desktop/instance.ts'
import { type OwnLock, takeLock } from '#electron/hosts/desktop/own-lock.ts'
import { restartElevated } from '#electron/hosts/desktop/restart-elevated.ts'
import { createSpeech } from '#electron/hosts/desktop/speech.ts'
import type { ElevatedStart } from '#electron/win32/elevate.ts'
import type { Win32Result } from '#electron/win32/result.ts'
import { createElectronStandIn, type StandInOptions } from '../../../support/electron-stand-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'restart-elevated-'))
const lockOptions = { folder, platform: process.platform, onKnock: () => undefined }
const failed = (code: number): Win32Result<never> => ({ ok: false, failure: { function: 'ShellExecuteExW', code } })

/** Restarts as a person would who answers in the given way; tells whether the lock was free while Windows asked. */
async function restart(answer: Win32Result<null>, options: StandInOptions & { readonly isTakenMeanwhile?: boolean } = {}) {
  const standIn = createElectronStandIn(options)
  const claim = await claimInstance(standIn.electron, { ...lockOptions, isRelaunched: false })
  if (claim.kind !== 'claimed') throw new Error(`not claimed but ${claim.kind}`)
  const starts: ElevatedStart[] = []
  let whileAsked: Promise<OwnLock | null> = Promise.resolve(null)
  const elevation = elevationOf(false, {
    startElevated: (start) => {
      starts.push(start)
      whileAsked = takeLock(lockOptions)
      return answer
    },
  })
  const retake = claim.instance.retake
  const instance = {
    ...claim.instance,
    retake: async () => {
      const other = await whileAsked
      if (options.isTakenMeanwhile !== true) await other?.release()
      return await retake()
    },
  }
  const program = '/opt/app/erp checkup'
  await restartElevated(standIn.electron, { elevation, instance, program, mainFile: '/src/main.mjs', say: createSpeech(() => 'en') })
  const other = await whileAsked
  const heldByUs = (await takeLock(lockOptions)) === null
  await other?.release()
  await claim.instance.release()
  return { standIn, starts, wasFree: other !== null, heldByUs }
}

describe('restart-elevated', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('gives up both locks before Windows asks, and ends once the other runs', async () => {
    const { standIn, starts, wasFree } = await restart({ ok: true, value: null }, { isPackaged: true })
    expect(starts).toEqual([{ file: '/opt/app/erp checkup', folder: '/opt/app', parameters: '--relaunched' }])
    expect(wasFree).toBe(true)
    expect(standIn.log).toEqual(['instance lock taken', 'instance lock released', 'quit', 'instance lock released'])
  })

  it('starts the main file where the app is not packaged', async () => {
    const { starts } = await restart({ ok: true, value: null })
    expect(starts[0]?.parameters).toBe('"/src/main.mjs" --relaunched')
  })

  it('takes the locks again and goes on as before where the person refuses', async () => {
    const { standIn, heldByUs } = await restart(failed(1223))
    expect(heldByUs).toBe(true)
    expect(standIn.app.quit).not.toHaveBeenCalled()
    expect(standIn.dialog.showErrorBox).not.toHaveBeenCalled()
    expect(standIn.log.slice(0, 3)).toEqual(['instance lock taken', 'instance lock released', 'instance lock taken'])
  })

  it('tells the code where Windows could not', async () => {
    const { standIn } = await restart(failed(5))
    expect(standIn.dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith('Restart as administrator', expect.stringContaining('error 5'))
    expect(standIn.app.quit).not.toHaveBeenCalled()
  })

  it('ends where somebody else took the lock meanwhile', async () => {
    const { standIn } = await restart(failed(1223), { isTakenMeanwhile: true })
    expect(standIn.app.quit).toHaveBeenCalledOnce()
  })
})

describe('instance', () => {
  it('leaves the window to the first of the same rights', async () => {
    const standIn = createElectronStandIn({ isFirst: false })
    expect(await claimInstance(standIn.electron, { ...lockOptions, isRelaunched: false })).toEqual({ kind: 'shown' })
  })

  it('brings one of other rights to the front', async () => {
    let knocks = 0
    const lock = await takeLock({ ...lockOptions, onKnock: () => (knocks += 1) })
    const standIn = createElectronStandIn()
    expect(await claimInstance(standIn.electron, { ...lockOptions, isRelaunched: false })).toEqual({ kind: 'shown' })
    expect(knocks).toBe(1)
    await lock?.release()
  })

  it('waits for its predecessor where it was started by it', async () => {
    const lock = await takeLock(lockOptions)
    const standIn = createElectronStandIn()
    const claiming = claimInstance(standIn.electron, { ...lockOptions, isRelaunched: true })
    await lock?.release()
    const claim = await claiming
    expect(claim.kind).toBe('claimed')
    if (claim.kind === 'claimed') await claim.instance.release()
  })
})
