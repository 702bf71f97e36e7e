import { execFile } from 'node:child_process'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'
import type { ServiceSeed } from './programs/seed-services.ts'
import type { Meanwhile, SlowCall } from './programs/slow-calls.ts'

const run = promisify(execFile)
const sources = join(import.meta.dirname, 'programs')

/** What a late program, or a stand-in, takes at least, and what may at most pass until a timer gets its turn: in milliseconds. */
const SLOW_MS = 3000
const PAUSE_MS = SLOW_MS / 2

/** Of a service that is not there, for which the timer asks all the time. */
const NOBODY = 1060

const seed = (name: string, startType: number): ServiceSeed => ({
  name,
  displayName: name,
  startType,
  imagePath: `C:\\service.exe ${name.toLowerCase()}`,
  account: null,
})
const SERVICES = [seed('Late', 3), seed('Mute', 3), seed('Plain', 3), seed('Disabled', 4)]

const refusal = (call: string, code: number, subject: string) => ({ ok: false, failure: { function: call, code, subject } })
const done = { ok: true, value: null }

describeWith('wine', 'calls that take seconds', () => {
  describeWith('mingw-w64', 'of made programs', () => {
    let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

    beforeAll(async () => {
      const program = (name: string): URL => new URL(`./programs/${name}.ts`, import.meta.url)
      workspace = await openWineWorkspace({ bundle: { calls: program('slow-calls'), seed: program('seed-services') } })
      const { folder, prefix } = workspace
      await run('x86_64-w64-mingw32-gcc', ['-municode', join(sources, 'service-under-test.c'), '-o', join(folder, 'service.exe')])
      await rename(join(folder, 'service.exe'), join(prefix.driveC, 'service.exe'))
      await writeFile(join(folder, 'services.json'), JSON.stringify(SERVICES))
      expect(await workspace.runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
    })

    afterAll(async () => {
      await workspace?.close()
    })

    const compile = (name: string, source: string, ...definitions: string[]) =>
      run('x86_64-w64-mingw32-gcc', ['-shared', '-w', ...definitions, join(sources, source), '-o', join(workspace.folder, name)])

    /** All of these calls at once. */
    async function make(calls: readonly SlowCall[], libraries: Readonly<Record<string, string>> = {}): Promise<Meanwhile> {
      const args = ['calls.mjs', 'meanwhile.json', JSON.stringify(calls), JSON.stringify(libraries)]
      expect(await workspace.runWine(args)).toMatchObject({ status: 0, stderr: '' })
      return JSON.parse(await readFile(join(workspace.folder, 'meanwhile.json'), 'utf8'))
    }

    function expectGoingOn({ tookMs, longestPauseMs, codes }: Meanwhile): void {
      expect(tookMs).toBeGreaterThan(SLOW_MS)
      expect(longestPauseMs).toBeLessThan(PAUSE_MS)
      expect(codes).toEqual([NOBODY])
    }

    it('leave the rest of the program its turns: a start, a stop', async () => {
      for (const call of ['start', 'stop'] as const) {
        const meanwhile = await make([[call, 'Late']])
        expect(meanwhile.results).toEqual([done])
        expectGoingOn(meanwhile)
      }
    })

    it('end with the code of their own: a program that never came forward', async () => {
      const meanwhile = await make([['start', 'Mute']])
      expect(meanwhile.results).toMatchObject([refusal('StartServiceW', 1053, 'Mute')])
      expectGoingOn(meanwhile)
    })

    it('tell of a quick refusal as exactly', async () => {
      expect(await make([['start', 'Plain']])).toMatchObject({ results: [done] })
      expect(await make([['start', 'Plain']])).toMatchObject({ results: [refusal('StartServiceW', 1056, 'Plain')] })
      expect(await make([['stop', 'Plain']])).toMatchObject({ results: [done] })
      expect(await make([['stop', 'Plain']])).toMatchObject({ results: [refusal('ControlService', 1062, 'Plain')] })
      expect(await make([['start', 'Disabled']])).toMatchObject({ results: [refusal('StartServiceW', 1058, 'Disabled')] })
      expect(await make([['start', 'Nobody']])).toMatchObject({ results: [refusal('OpenServiceW', NOBODY, 'Nobody')] })
    })

    describe('of made libraries', () => {
      const made = { 'advapi32.dll': 'slow-services.dll', 'wevtapi.dll': 'slow-events.dll' }

      beforeAll(async () => {
        await compile('slow-services.dll', 'services-advapi32.c', '-DTAKING_MS=4000', '-DSTARTING=1069', '-DSTOPPING=1053')
        await compile('slow-events.dll', 'slow-wevtapi.c', '-DTAKING_MS=2000', '-DEND=15011')
      })

      it('do not mix up their codes where several go on at once', async () => {
        const meanwhile = await make(
          [
            ['start', 'Plain'],
            ['stop', 'Late'],
            ['events', 'Security'],
            ['events', 'Closed'],
          ],
          made,
        )
        const listing = { ok: true, value: { cutShort: { function: 'EvtNext', code: 15_011 }, unread: { count: 0 } } }
        expect(meanwhile.results).toMatchObject([
          refusal('StartServiceW', 1069, 'Plain'),
          refusal('ControlService', 1053, 'Late'),
          { seen: [{ kind: 'number', number: 4625 }], listing },
          { seen: [], listing: refusal('EvtQuery', 5, 'Closed') },
        ])
        expectGoingOn(meanwhile)
        expect(meanwhile.outstanding).toEqual({ 'advapi32.dll': 0, 'wevtapi.dll': 0 })
      })
    })

    it('are waited for by a program that ends by itself', async () => {
      const startedMs = performance.now()
      expect(await workspace.runWine(['calls.mjs', 'none.json', JSON.stringify([['leave', 'Late']])])).toMatchObject({ status: 7 })
      expect(performance.now() - startedMs).toBeGreaterThan(SLOW_MS)
      expect(await make([['start', 'Late']])).toMatchObject({ results: [refusal('StartServiceW', 1056, 'Late')] })
      expect(await make([['stop', 'Late']])).toMatchObject({ results: [done] })
    })

    it('are done by Windows although the program that made them was ended', async () => {
      const startedMs = performance.now()
      const ended = await workspace.runWine(['calls.mjs', 'none.json', JSON.stringify([['fall', 'Late']])])
      expect(ended.status).not.toBe(0)
      expect(performance.now() - startedMs).toBeLessThan(SLOW_MS)
      const again = async () => (await make([['start', 'Late']])).results[0]
      await expect.poll(again, { timeout: 30_000 }).toMatchObject(refusal('StartServiceW', 1056, 'Late'))
    })
  })
})
