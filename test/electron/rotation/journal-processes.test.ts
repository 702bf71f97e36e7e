import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { temporaryFolders } from '../store/temporary-folder.ts'
import { fileHeads } from './file-heads.ts'
import { journalsIn, opened, PLAN, step } from './journals-under-test.ts'

const makeFolder = temporaryFolders()

/** Killed one after the other, each at another moment of its work. */
const KILLS = 8

const WRITERS = ['a', 'b', 'c']
const WRITES = 20

function start(folder: string, name: string, writer: string, times: number, atATime = 1): ChildProcess {
  const program = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url))
  const args = ['--no-warnings', program, folder, name, writer, String(times), String(atATime)]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function begin(folder: string): Promise<string> {
  const journal = opened(await journalsIn(folder, fileHeads(folder)).create(PLAN))
  await journal.close()
  return journal.name
}

async function eventsIn(folder: string, name: string): Promise<readonly string[]> {
  const journal = opened(await journalsIn(folder, fileHeads(folder)).open(name))
  expect(journal.proof).toEqual({ state: 'proven' })
  await journal.close()
  return journal.content.events.map(({ event }) => event.type)
}

function promisedBy(folder: string, writer: string): readonly string[] {
  const path = join(folder, `promised-${writer}`)
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

describe('journal of several processes', () => {
  it('holds everything that was promised by processes that were killed, and the next one goes on at once', async () => {
    const folder = makeFolder()
    const name = await begin(folder)
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = start(folder, name, `k${kill}`, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
      for (let dots = 0; dots <= kill; ) dots += String((await once(child.stdout ?? child, 'data'))[0]).length
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
      const own = (await eventsIn(folder, name)).filter((event) => event.startsWith(`k${kill}-`))
      const promised = promisedBy(folder, `k${kill}`)
      expect(promised.length).toBeGreaterThan(kill)
      expect(own.slice(0, promised.length)).toEqual(promised)
      expect(own.length - promised.length).toBeLessThanOrEqual(1)
    }
  })

  it('is open for one process at a time, whoever hammers on it', async () => {
    const folder = makeFolder()
    const name = await begin(folder)
    const children = WRITERS.map((writer, index) => start(folder, name, writer, WRITES, index + 1))
    const statuses = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number))
    expect(statuses).toEqual(WRITERS.map(() => 0))
    const events = await eventsIn(folder, name)
    expect(events).toHaveLength(WRITERS.length * WRITES)
    for (const writer of WRITERS) {
      const own = events.filter((event) => event.startsWith(`${writer}-`))
      expect(own).toEqual(Array.from({ length: WRITES }, (_, count) => `${writer}-${count}`))
    }
  })

  it('is refused while another process has it, and free the moment that process is dead', async () => {
    const folder = makeFolder()
    const name = await begin(folder)
    const child = start(folder, name, 'holder', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
    await once(child.stdout ?? child, 'data')
    const journals = journalsIn(folder, fileHeads(folder))
    expect(await journals.open(name)).toEqual({ state: 'refused', refusal: { kind: 'in-use' } })
    expect(await journals.unfinished()).toMatchObject({ journals: [{ name, obstacle: null }] })
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
    expect(await journals.open(name)).toMatchObject({ state: 'open' })
  })
})

describe('journal on a real disk', () => {
  it('lies in a folder and a file for this user alone', async () => {
    const folder = makeFolder()
    const name = await begin(folder)
    expect(statSync(join(folder, 'rotation')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'rotation', name)).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'rotation'))).toEqual([name])
  })

  it('is opened after every cut of its last line, which is set aside', async () => {
    const folder = makeFolder()
    const name = await begin(folder)
    const path = join(folder, 'rotation', name)
    const { size } = statSync(path)
    appendFileSync(path, '{"at":"2026-11-20T10:15:00.000Z","event":{"type":"Größe"')
    for (let length = statSync(path).size; length > size; length -= 9) {
      truncateSync(path, length)
      const torn = readFileSync(path).subarray(size)
      const journal = opened(await journalsIn(folder, fileHeads(folder)).open(name))
      expect(readFileSync(join(folder, 'rotation', journal.setAside ?? ''))).toEqual(torn)
      expect(statSync(path).size).toBe(size)
      await journal.close()
      appendFileSync(path, torn)
    }
  })

  it('notices that its file was taken away, or replaced by another', async () => {
    const folder = makeFolder()
    const name = await begin(folder)
    const path = join(folder, 'rotation', name)
    const journals = journalsIn(folder, fileHeads(folder))
    const journal = opened(await journals.open(name))
    const bytes = readFileSync(path)
    rmSync(path)
    appendFileSync(path, bytes)
    expect(await journal.append(step('one'))).toEqual({ ok: false, onDisk: 'no', reason: 'file-gone', code: '' })
    expect(readFileSync(path)).toEqual(bytes)
    expect(await journals.open(name)).toMatchObject({ state: 'open' })
  })

  it.each([
    { name: 'a link to a journal', code: 'ELOOP', put: (path: string, other: string) => symlinkSync(other, path) },
    { name: 'a folder', code: 'EINVAL', put: (path: string) => mkdirSync(path) },
  ])('is never $name', async ({ code, put }) => {
    const folder = makeFolder()
    const name = await begin(folder)
    const other = name.replace(/^\d{8}/, '20200101')
    put(join(folder, 'rotation', other), join(folder, 'rotation', name))
    const refusal = { kind: 'not-read', code }
    const journals = journalsIn(folder, fileHeads(folder))
    expect(await journals.open(other)).toEqual({ state: 'refused', refusal })
    expect(await journals.unfinished()).toMatchObject({
      journals: [
        { name: other, obstacle: refusal },
        { name, obstacle: null },
      ],
    })
  })
})
