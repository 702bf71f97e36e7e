// Hands a secret over for real. Arguments: output file, what to do, and the path of the program whose password box is expected.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createHandOverDesk, type OpenHandOver } from '#electron/rotation/hand-over/desk.ts'
import type { ClipboardEnd } from '#electron/rotation/hand-over/onto-clipboard.ts'
import { readDisplayReach, readSurroundings } from '#electron/rotation/hand-over/read-surroundings.ts'
import type { Surroundings } from '#electron/rotation/hand-over/surroundings.ts'
import { createWindowsHandOver } from '#electron/rotation/hand-over/windows-ports.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { canary } from './canary.ts'

const [outputFile = '', task = '', expected = ''] = process.argv.slice(2)
const parts = createWindowsHandOver(createNativeAccess(koffiSource))
const surroundingsPorts = { ...parts.surroundings, remoteToolOf: () => null }

/** Things that were put off, to be run when the test wants. */
const later: { readonly durationMs: number; readonly run: () => void }[] = []
const local: Surroundings = {
  ...readSurroundings(surroundingsPorts, 'terminal'),
  display: 'local',
  clipboard: 'local',
  remoteTools: [],
  field: 'possible',
}
const desk = createHandOverDesk({
  typing: { ...parts.typing, wait: async (durationMs) => await wait(durationMs) },
  clipboard: {
    clipboard: parts.clipboard,
    randomBytes,
    later: (durationMs, run) => {
      const entry = { durationMs, run }
      later.push(entry)
      return () => void later.splice(0, later.length, ...later.filter((one) => one !== entry))
    },
  },
  window: null,
  surroundings: () => local,
})

function open(): OpenHandOver {
  const opened = desk.open(Buffer.from(canary()))
  if (typeof opened === 'string') throw new Error(opened)
  return opened
}

const OTHER = join(process.cwd(), 'other-clipboard.exe')

const other = (...args: readonly string[]): void => void execFileSync(OTHER, args)

function content(): readonly string[] {
  other('read', 'clipboard.txt')
  return readFileSync('clipboard.txt', 'utf8').trim().split('\n')
}

/** What is on the clipboard after each step, and how it ended. */
async function clipboardSteps(): Promise<unknown> {
  const ends: ClipboardEnd[] = []
  const onEnd = (end: ClipboardEnd): void => void ends.push(end)
  const fire = (durationMs: number): void => later.find((one) => one.durationMs === durationMs)?.run()
  const first = open()
  const given = first.ontoClipboard(onEnd)
  const lying = content()
  fire(20_000)
  const cleared = content()
  first.ontoClipboard(onEnd)
  other('replace')
  fire(20_000)
  const replaced = content()
  first.ontoClipboard(onEnd)
  first.end()
  const ended = content()
  return { given, lying, cleared, replaced, ended, ends, held: await whileHeld(onEnd), last: await atExit(onEnd) }
}

async function hold(durationMs: number): Promise<void> {
  const file = `held-${durationMs}`
  spawn(OTHER, ['hold', String(durationMs), file], { stdio: 'ignore' })
  while (!existsSync(file)) await wait(5)
}

async function whileHeld(onEnd: (end: ClipboardEnd) => void): Promise<unknown> {
  const second = open()
  await hold(1500)
  const refused = second.ontoClipboard(onEnd)
  await wait(1600)
  await hold(60)
  const given = second.ontoClipboard(onEnd)
  second.end()
  return { refused, given }
}

async function atExit(onEnd: (end: ClipboardEnd) => void): Promise<readonly string[]> {
  open().ontoClipboard(onEnd)
  desk.close()
  return await Promise.resolve(content())
}

async function intoField(): Promise<unknown> {
  const opened = open()
  const outcome = await opened.intoField({ imagePaths: expected.split('|') }, 250)
  opened.end()
  return { outcome }
}

/** What a careless program would do, so that the search for it is seen to find something. */
async function leak(): Promise<void> {
  const bytes = Buffer.from(canary(), 'utf16le')
  writeFileSync('leak.bin', bytes)
  writeFileSync('leak.base64', bytes.toString('base64'))
  await Promise.resolve(writeFileSync('leak.text', `{"text":"${canary()}"}`))
}

const tasks: Readonly<Record<string, () => Promise<unknown>>> = {
  clipboard: clipboardSteps,
  field: intoField,
  leak,
  surroundings: async () =>
    await Promise.resolve({ read: readSurroundings(surroundingsPorts, 'desktop'), display: readDisplayReach(surroundingsPorts) }),
}
writeFileSync(outputFile, JSON.stringify((await tasks[task]?.()) ?? null))
