import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '#electron/hosts/cli/run.ts'
import { createEvaluationParts } from '#shared/evaluation/evaluate.ts'
import { createWorkplace, runWhileReading } from './command-line.ts'
import { fakeTerminal, testCore } from './fake-terminal.ts'

const SECRET = 'CANARY-7f3a'

describe('a fault of our own', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fault-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const logs = (): string[] => readdirSync(join(folder, 'erp-checkup')).map((name) => join(folder, 'erp-checkup', name))

  it('in a rule ends with 70, names the check, and judges nothing', async () => {
    const makeParts = (digest: (text: string) => string) => {
      const parts = createEvaluationParts(digest)
      const checks = parts.checks.map((check) =>
        check.definition.id === 'sql-read-only'
          ? {
              ...check,
              rule: () => {
                throw new TypeError(`${SECRET} is not a function`)
              },
            }
          : check,
      )
      return { ...parts, checks }
    }
    const terminal = fakeTerminal()
    const status = await run(['check', '--sample', 'typical', '--format', 'json'], testCore(folder, { makeParts }), terminal)
    const [log = ''] = logs()
    expect(status).toBe(70)
    expect(terminal.written).toEqual({
      output: '',
      errors: `erp-checkup: a fault of our own in the check sql-read-only: nothing was judged; the log is ${log}\n`,
    })
    const text = readFileSync(log, 'utf8')
    expect(text).toContain('command check')
    expect(text).toContain('checkId: sql-read-only')
    expect(text).toContain('fault.test.ts')
    expect(text).not.toContain(SECRET)
    if (process.platform !== 'win32') expect(statSync(log).mode & 0o777).toBe(0o600)
  })

  it('anywhere else ends with 70 and says where the log is', async () => {
    const core = {
      ...testCore(folder),
      samples: async () => {
        throw new Error(SECRET)
      },
    }
    const terminal = fakeTerminal()
    expect(await run(['samples', '--lang', 'de'], core, terminal)).toBe(70)
    expect(terminal.written).toEqual({ output: '', errors: `erp-checkup: ein eigener Fehler; das Protokoll ist ${logs()[0]}\n` })
  })

  it('says so where not even a log can be written', async () => {
    const core = {
      ...testCore(folder),
      samples: async () => {
        throw new Error(SECRET)
      },
      noteFault: () => ({ reason: 'EROFS' }),
    }
    const terminal = fakeTerminal()
    expect(await run(['samples'], core, terminal)).toBe(70)
    expect(terminal.written.errors).toBe('erp-checkup: a fault of our own, and no log could be written (EROFS)\n')
  })

  it('that nobody waits for ends the built command line with 70 and one line', async () => {
    const place = createWorkplace()
    try {
      const preload = join(place.folder, 'preload.cjs')
      writeFileSync(preload, `process.stdin.once('newListener', () => setImmediate(() => { throw new Error('${SECRET}') }))`)
      const env = { PATH: process.env.PATH, HOME: place.folder, XDG_STATE_HOME: join(place.folder, 'state'), LOCALAPPDATA: place.folder }
      const { status, stderr } = await runWhileReading(['check', '-'], env, ['--require', preload])
      expect(status).toBe(70)
      expect(stderr).toMatch(/^erp-checkup: a fault of our own; the log is \S+\n$/)
      const log = readFileSync(stderr.trim().split(' ').at(-1) ?? '', 'utf8')
      expect(log).toContain('preload.cjs')
      expect(log).not.toContain(SECRET)
    } finally {
      place.remove()
    }
  })
})
