import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FILE_LIMIT_BYTES, readTextFile, type StandardInput } from '#electron/core/read-file.ts'

const nothing: StandardInput = { isTerminal: true, chunks: inputOf([]) }

async function* inputOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('readTextFile', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'read-file-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  function file(name: string, content: string | Uint8Array): string {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  async function lineFor(path: string): Promise<string> {
    const result = await readTextFile(path, nothing)
    return result.ok ? 'read' : result.line
  }

  it('reads a file with the digest of its bytes', async () => {
    const path = file('a.json', '{"a": "ü"}')
    expect(await readTextFile(path, nothing)).toEqual({
      ok: true,
      value: { name: path, text: '{"a": "ü"}', digest: digestOf('{"a": "ü"}') },
    })
  })

  it('reads a file that is larger than the first buffer and one that is a link', async () => {
    const text = `"${'x'.repeat(300_000)}"`
    symlinkSync(file('large.json', text), join(folder, 'link.json'))
    expect(await readTextFile(join(folder, 'link.json'), nothing)).toMatchObject({ ok: true, value: { text, digest: digestOf(text) } })
  })

  it.runIf(process.platform === 'linux')('reads a file that says that it has no size', async () => {
    expect(await readTextFile('/proc/self/status', nothing)).toMatchObject({ ok: true, value: { text: expect.stringContaining('Pid:') } })
  })

  it('refuses what is no readable file, naming it and what was expected', async () => {
    const path = file('a.json', '{}')
    symlinkSync('circle', join(folder, 'circle'))
    expect(await lineFor(join(folder, 'absent.json'))).toBe(`${folder}/absent.json: expected a file, but there is none of this name`)
    expect(await lineFor(folder)).toBe(`${folder}: expected a file, but this is a folder`)
    expect(await lineFor(join(path, 'b.json'))).toBe(`${path}/b.json: expected a file, but a part of its path is no folder`)
    expect(await lineFor(join(folder, 'circle'))).toBe(`${folder}/circle: expected a file, but its links lead in a circle`)
    expect(await lineFor(join(folder, 'n'.repeat(300)))).toMatch(/: expected a file, but its name is too long$/)
    expect(await lineFor('')).toBe('"": expected a file, but there is none of this name')
  })

  it.runIf(process.platform === 'linux')('refuses devices and named pipes without waiting for them', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const path of [pipe, '/dev/zero', '/dev/null']) {
      expect(await lineFor(path)).toBe(`${path}: expected a regular file, but this is a device or a pipe`)
    }
  })

  it('refuses a file above the limit by its size, and one at the limit by its content', async () => {
    const path = file('huge.json', '')
    truncateSync(path, FILE_LIMIT_BYTES + 1)
    expect(await lineFor(path)).toBe(`${path}: expected no more than 128 MiB`)
    truncateSync(path, FILE_LIMIT_BYTES)
    expect(await lineFor(path)).toBe(`${path}: $: expected JSON text, but this holds zero bytes`)
  })

  it.each([
    ['empty', '', '$: expected JSON, but the file is empty'],
    ['with a byte order mark', '\uFEFF{}', '$: expected UTF-8 without a byte order mark: save the file as "UTF-8 without BOM"'],
  ])('puts the JSON path into the refusal of a file %s', async (_name, content, reason) => {
    const path = file('a.json', content)
    expect(await lineFor(path)).toBe(`${path}: ${reason}`)
  })

  it('makes a name that steers a terminal visible', async () => {
    mkdirSync(join(folder, 'a'))
    expect(await lineFor(join(folder, 'a\u001B[31m\nb\u202E'))).toBe(
      `${folder}/a[U+001B][31m b[U+202E]: expected a file, but there is none of this name`,
    )
  })

  describe('of standard input', () => {
    it('reads it to its end', async () => {
      const chunks = inputOf([Buffer.from('{"a":'), Buffer.from('1}')])
      expect(await readTextFile('-', { isTerminal: false, chunks })).toEqual({
        ok: true,
        value: { name: 'standard input', text: '{"a":1}', digest: digestOf('{"a":1}') },
      })
    })

    it('refuses a terminal', async () => {
      expect(await lineFor('-')).toBe('standard input: expected a file from another command, but this is a terminal')
    })

    it('stops reading above the limit', async () => {
      let served = 0
      const block = Buffer.alloc(32 * 1024 * 1024, 0x20)
      async function* endless(): AsyncGenerator<Uint8Array> {
        for (;;) {
          served += 1
          yield block
        }
      }
      const result = await readTextFile('-', { isTerminal: false, chunks: endless() })
      expect(result).toEqual({ ok: false, line: 'standard input: expected no more than 128 MiB' })
      expect(served).toBe(5)
    })

    it('says what the system says when it breaks off', async () => {
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('{')
        throw Object.assign(new Error('read EIO'), { code: 'EIO', syscall: 'read' })
      }
      expect(await readTextFile('-', { isTerminal: false, chunks: broken() })).toEqual({
        ok: false,
        line: 'standard input: expected a file that can be read, but the system says EIO',
      })
    })

    it('throws a bug on', async () => {
      async function* buggy(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('{')
        throw new TypeError('a bug')
      }
      await expect(readTextFile('-', { isTerminal: false, chunks: buggy() })).rejects.toThrow('a bug')
    })
  })
})
