import { execFile } from 'node:child_process'
import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'
import { canary } from './programs/canary.ts'

const run = promisify(execFile)
const sources = join(import.meta.dirname, 'programs')

const SECRET = canary()

/** As the made programs write text, so that their files do not hold it. */
const shifted = (text: string): string => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index) + 1).join(' ')

/** Every form in which a careless program leaves a secret behind. */
const FORMS = (['utf8', 'utf16le'] as const).flatMap((encoding) => {
  const bytes = Buffer.from(SECRET, encoding)
  const texts = [bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex'), bytes.toString('hex').toUpperCase()]
  return [bytes, ...texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])]
})

describeWith('wine', 'hand-over', () => {
  describeWith('mingw-w64', 'of a secret', () => {
    let workspace: Awaited<ReturnType<typeof openWineWorkspace>>
    /** Everything that a program wrote to its streams. */
    const streams: string[] = []

    beforeAll(async () => {
      workspace = await openWineWorkspace({ bundle: { 'hand-over': new URL('./programs/hand-over.ts', import.meta.url) } })
      for (const name of ['password-box', 'other-clipboard']) {
        await run('x86_64-w64-mingw32-gcc', ['-w', join(sources, `${name}.c`), '-o', join(workspace.folder, `${name}.exe`), '-luser32'])
      }
      // Windows without a screen: they have focus and keys, and nobody draws them.
      const drivers = ['add', 'HKCU\\Software\\Wine\\Drivers', '/v', 'Graphics', '/d', 'null', '/f']
      expect(await workspace.prefix.run('reg.exe', drivers)).toMatchObject({ status: 0 })
    })

    afterAll(async () => {
      await workspace?.close()
    })

    async function handOver(task: string, expected = ''): Promise<Record<string, unknown>> {
      const outcome = await workspace.runWine(['hand-over.mjs', `${task}.json`, task, expected])
      streams.push(outcome.stdout, outcome.stderr)
      expect(outcome).toMatchObject({ status: 0, stderr: '' })
      return JSON.parse(await readFile(join(workspace.folder, `${task}.json`), 'utf8'))
    }

    /** Opens the window of the sync tool, hands over, and reads what its field holds. */
    async function intoField(kind: string, expected?: (path: string) => string): Promise<{ outcome: unknown; content: string }> {
      const { folder, prefix } = workspace
      const tool = prefix.run(join(folder, 'password-box.exe'), [kind, kind], folder)
      await vi.waitFor(async () => await access(join(folder, `${kind}.ready`)), { timeout: 30_000, interval: 50 })
      const path = `Z:${join(folder, 'password-box.exe').replaceAll('/', '\\')}`
      const handing = handOver('field', expected?.(path) ?? path)
      const [handed] = await Promise.allSettled([handing])
      await writeFile(join(folder, `${kind}.stop`), '')
      expect(await tool).toMatchObject({ status: 0 })
      if (handed.status === 'rejected') throw handed.reason
      const { outcome } = handed.value
      return { outcome, content: await readFile(join(folder, `${kind}.content`), 'utf8') }
    }

    it('types into the password box of the expected program, and is told how much arrived', async () => {
      const { outcome, content } = await intoField('password', (path) => `C:\\none.exe|${path.toUpperCase()}`)
      expect(outcome).toEqual({ kind: 'typed', length: SECRET.length, verified: true })
      expect(content).toBe(shifted(SECRET))
    })

    it.each([
      { kind: 'plain', why: 'a field that shows what is typed', reason: 'no-password-box', content: '' },
      { kind: 'button', why: 'what is no field', reason: 'no-password-box', content: '' },
      { kind: 'locked', why: 'a field that takes nothing', reason: 'locked', content: '' },
      { kind: 'filled', why: 'a field that holds something', reason: 'not-empty', content: shifted('old') },
      { kind: 'unfocused', why: 'a window without a focused field', reason: 'nothing-focused', content: '' },
    ])('types nothing into $why', async ({ kind, reason, content }) => {
      expect(await intoField(kind)).toEqual({ outcome: expect.objectContaining({ kind: 'refused', reason }), content })
    })

    it('types nothing into the password box of another program, whatever its title says', async () => {
      const { outcome, content } = await intoField('foreign', (path) => path.replace('password-box', 'other-clipboard'))
      expect(outcome).toMatchObject({ kind: 'refused', reason: 'other-program' })
      expect(content).toBe('')
    })

    it('tells that a field holds less than was typed', async () => {
      const { outcome, content } = await intoField('short')
      expect(outcome).toEqual({ kind: 'cut-short', length: SECRET.length, inField: 5 })
      expect(content).toBe(shifted(SECRET.slice(0, 5)))
    })

    it('tells how many characters arrived before the focus left', async () => {
      const { outcome } = await intoField('leaving')
      expect(outcome).toEqual({ kind: 'moved', length: SECRET.length, accepted: SECRET.length, inField: 3 })
    })

    it('puts it on the clipboard with what keeps it out of history, cloud and monitors, and takes it back', async () => {
      const steps = await handOver('clipboard')
      expect(steps.given).toEqual({ kind: 'given', clearsAfterMs: 20_000 })
      expect(steps.lying).toEqual(
        expect.arrayContaining([
          'ExcludeClipboardContentFromMonitorProcessing: 0 0 0 0',
          'CanIncludeInClipboardHistory: 0 0 0 0',
          'CanUploadToCloudClipboard: 0 0 0 0',
          `13: ${shifted(SECRET)}`,
        ]),
      )
      expect(steps.cleared).toEqual([''])
      expect(steps.replaced).toContain(`13: ${shifted("somebody else's")}`)
      expect(steps.ended).toEqual([''])
      expect(steps.last).toEqual([''])
      expect(steps.ends).toEqual([{ kind: 'emptied' }, { kind: 'replaced' }, { kind: 'emptied' }, { kind: 'emptied' }, { kind: 'emptied' }])
      expect(steps.held).toEqual({
        refused: { kind: 'refused', failure: { function: 'OpenClipboard', code: 5 } },
        given: { kind: 'given', clearsAfterMs: 20_000 },
      })
    })

    it('does not draw where the machine says too little about itself', async () => {
      const { read, display } = await handOver('surroundings')
      expect(display).toBe('unknown')
      expect(read).toMatchObject({ host: 'desktop', display: 'unknown', remoteTools: [] })
    })

    describe('afterwards', () => {
      it('lies in no file and in no output', async () => {
        // Its registry is written when this Windows ends.
        await workspace.prefix.stop()
        const written = [...(await filesIn(workspace.folder)), ...(await filesIn(workspace.prefix.folder))]
        expect(written.map(({ name }) => name)).toEqual(expect.arrayContaining(['user.reg', 'clipboard.json', 'password.content']))
        const found = [...written, ...streams.map((text, index) => ({ name: `stream ${index}`, bytes: Buffer.from(text) }))].filter(
          ({ bytes }) => FORMS.some((form) => bytes.includes(form)),
        )
        expect(found.map(({ name }) => name)).toEqual([])
      })

      it('would be found in what a careless program writes', async () => {
        await handOver('leak')
        const found = (await filesIn(workspace.folder)).filter(({ bytes }) => FORMS.some((form) => bytes.includes(form)))
        expect(found.map(({ name }) => name).sort()).toEqual(['leak.base64', 'leak.bin', 'leak.text'])
      })
    })
  })
})

/** Every file that lies in the folder itself; the packages of the program are no output. */
async function filesIn(folder: string): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'node.exe')
  return await Promise.all(files.map(async ({ name }) => ({ name, bytes: await readFile(join(folder, name)) })))
}
