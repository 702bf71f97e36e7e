import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Collected } from '#electron/core/collect-server.ts'
import type { Core } from '#electron/core/core.ts'
import { documentText } from '#electron/core/inputs.ts'
import { run } from '#electron/hosts/cli/run.ts'
import { readCheckup } from '#shared/formats/reader.ts'
import { loadSample } from '#shared/samples/index.ts'
import { fakeTerminal, testCore } from './fake-terminal.ts'

const { snapshot } = loadSample('not-elevated')
const text = documentText(snapshot)
const found: Collected = { kind: 'snapshot', snapshot: { name: 'this server', value: snapshot, digest: 'd'.repeat(64) }, text }

describe('on a Windows server', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'collect-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** A core whose server is the sample; it notes what it was asked for. */
  function windowsCore(result: Collected = found) {
    const asked: unknown[] = []
    const told: unknown[] = []
    const core: Core = {
      ...testCore(folder),
      collect: async ({ only, profile, onProgress }) => {
        asked.push(only)
        told.push(profile)
        onProgress?.(0, 2)
        onProgress?.(2, 2)
        return result
      },
    }
    return { core, asked, told }
  }

  it('collect writes the snapshot to a pipe and nothing else', async () => {
    const terminal = fakeTerminal()
    const { core, asked } = windowsCore()
    expect(await run(['collect'], core, terminal)).toBe(0)
    expect(terminal.written).toEqual({ output: text, errors: '' })
    expect(asked).toEqual([undefined])
  })

  it('collect shows on a terminal how far it is, wipes that, and says what stayed unread', async () => {
    const terminal = fakeTerminal({ errors: true })
    expect(await run(['collect'], windowsCore().core, terminal)).toBe(0)
    const { output, errors } = terminal.written
    expect(output).toBe(text)
    expect(errors).toContain('\r\u001B[KReading this server: 0 of 2\r\u001B[KReading this server: 2 of 2\r\u001B[KNot read: ')
    expect(errors).toContain('local users')
    expect(errors).toContain('Not run as administrator')
  })

  it('collect saves for the user alone and says what comes next', async () => {
    const out = join(folder, 'server.json')
    const terminal = fakeTerminal({ output: true, errors: true })
    expect(await run(['collect', '--out', out], windowsCore().core, terminal)).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(text)
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600)
    expect(terminal.written.output).toBe(`Saved ${out}.\n`)
    expect(terminal.written.errors).toContain(`Next: erp-checkup check ${out}\n`)
  })

  it('collect is silent when told to be quiet', async () => {
    const out = join(folder, 'server.json')
    const terminal = fakeTerminal({ output: true, errors: true })
    expect(await run(['collect', '--out', out, '--quiet'], windowsCore().core, terminal)).toBe(0)
    expect(terminal.written).toEqual({ output: '', errors: '' })
    expect(existsSync(out)).toBe(true)
  })

  it('collect hands over the parts that were asked for, and refuses unknown ones', async () => {
    const { core, asked } = windowsCore()
    await run(['collect', '--only', 'services, programs'], core, fakeTerminal())
    expect(asked).toEqual([['services', 'programs']])
    const refusal = async (given: string): Promise<string> => {
      const terminal = fakeTerminal()
      expect(
        await run(['collect', '--only', given], windowsCore({ kind: 'unknown-probe', given, known: ['host', 'services'] }).core, terminal),
      ).toBe(2)
      return terminal.written.errors
    }
    expect(await refusal('service')).toBe('erp-checkup: --only: unknown part service; did you mean services?\n')
    expect(await refusal('registry')).toBe('erp-checkup: --only: unknown part registry; one of host, services\n')
    expect(await refusal('')).toBe('erp-checkup: --only: unknown part ""; one of host, services\n')
  })

  it.each(['collect', 'check'])('%s tells the reader what is known of the server', async (command) => {
    const file = join(folder, 'profile.json')
    writeFileSync(file, JSON.stringify(loadSample('old-tls').profile))
    const { core, told } = windowsCore()
    await run([command, '--profile', file], core, fakeTerminal())
    expect(told).toEqual([loadSample('old-tls').profile])
  })

  it('collect refuses a broken profile before it reads the server', async () => {
    const { core, asked } = windowsCore()
    const terminal = fakeTerminal()
    expect(await run(['collect', '--profile', join(folder, 'none.json')], core, terminal)).toBe(2)
    expect(terminal.written.errors).toMatch(/none\.json: expected a file, but there is none of this name\n$/)
    expect(asked).toEqual([])
  })

  it('check without a snapshot reads the server first', async () => {
    const terminal = fakeTerminal()
    expect(await run(['check', '--format', 'json', '--now', '2026-11-20T00:00:00Z'], windowsCore().core, terminal)).toBe(3)
    const checkup = readCheckup(terminal.written.output)
    expect(checkup).toMatchObject({
      ok: true,
      value: { source: 'live', evaluatedAt: '2026-11-20T00:00:00Z', digests: { snapshot: 'd'.repeat(64) } },
    })
  })

  it('check on a terminal ends with what else there is', async () => {
    const terminal = fakeTerminal({ output: true })
    await run(['check'], windowsCore().core, terminal)
    expect(terminal.written.output).toContain('--out report.html')
    expect(terminal.written.output).toContain('--profile FILE')
  })
})
