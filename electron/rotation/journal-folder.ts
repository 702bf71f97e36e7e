import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { type Chain, readChain } from './journal-chain.ts'
import { type JournalEntry, lineOf } from './journal-entry.ts'
import { codeOf, type JournalFileSystem } from './journal-file-system.ts'

const NAME = /^\d{8}T\d{6}Z-[0-9a-f]{32}\.journal$/

/** Names of journals, oldest first, since each begins with its time. */
export async function journalNames(files: JournalFileSystem, folder: string): Promise<readonly string[]> {
  return (await files.names(folder)).filter((name) => NAME.test(name)).toSorted()
}

export function isJournalName(name: string): boolean {
  return NAME.test(name)
}

export function isNameOf(name: string, id: string): boolean {
  return name.endsWith(`-${id}.journal`)
}

export function journalName(id: string, startedAt: Date): string {
  return `${stampOf(startedAt)}-${id}.journal`
}

/** Whole or not at all: the file has another name until its plan would outlast a power cut, and is on disk under its own when this resolves. */
export async function createJournalFile(files: JournalFileSystem, folder: string, name: string, first: JournalEntry): Promise<void> {
  const temporary = join(folder, `.${name}.${randomBytes(4).toString('hex')}.tmp`)
  const file = await files.create(temporary)
  try {
    await file.write(lineOf(first))
    await file.sync()
    await files.rename(temporary, join(folder, name))
    // Once more: what Windows flushes with a file is the name that it has at that moment.
    await file.sync()
  } finally {
    await file.close()
  }
  await files.flushFolder(folder)
}

export interface ReadJournal {
  readonly bytes: Uint8Array
  readonly chain: Chain
}

export async function readJournalFile(files: JournalFileSystem, path: string): Promise<ReadJournal> {
  const bytes = await files.read(path)
  return { bytes, chain: readChain(bytes) }
}

/**
 * Keeps the torn end of a journal in a file of its own and cuts it off the journal; returns that file's name.
 *
 * It is cut off only when its copy would outlast a power cut.
 */
export async function setTornAside(
  files: JournalFileSystem,
  folder: string,
  name: string,
  bytes: Uint8Array,
  keptBytes: number,
  now: Date,
): Promise<string> {
  const aside = await writeAside(files, folder, `${name}.torn-${stampOf(now)}`, bytes.subarray(keptBytes))
  await files.flushFolder(folder)
  await files.shorten(join(folder, name), keptBytes)
  return aside
}

/** Under the first name that is free. */
async function writeAside(files: JournalFileSystem, folder: string, wanted: string, bytes: Uint8Array): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`
    try {
      const file = await files.create(join(folder, name))
      try {
        await file.write(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      return name
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/** `20261120T101500Z` */
function stampOf(time: Date): string {
  return time.toISOString().replace(/\.\d+|[-:]/g, '')
}
