import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

import { checkupSchemaId } from '#shared/formats/checkup.ts'
import type { Outcome } from '../outcome.ts'
import { READS_BACK_OTHERWISE, saveContent } from '../save-file.ts'

/** Before the first element and before every other one. */
const OPENING = '[\n'
const SEPARATOR = ',\n'

/** Checkups as the pieces of one JSON array, an element in each but the last: the bytes that `JSON.stringify` would give for all of them. */
export async function* checkupArray(elements: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const element of elements) {
    yield Buffer.concat([Buffer.from(isFirst ? OPENING : SEPARATOR), element])
    isFirst = false
  }
  yield Buffer.from(isFirst ? '[]\n' : '\n]\n')
}

/** Writes the array to a file whole or not at all, holding no more than one element in memory, and reads it back so. */
export async function saveCheckupArray(path: string, elements: AsyncIterable<Uint8Array>): Promise<Outcome<string>> {
  const lengths: number[] = []
  const hash = createHash('sha256')
  return await saveContent(path, {
    write: async (handle) => {
      for await (const piece of checkupArray(elements)) {
        lengths.push(piece.length)
        hash.update(piece)
        await handle.writeFile(piece)
      }
    },
    confirm: async (temporary) => {
      const handle = await open(temporary, 'r')
      try {
        return await readBackPieces(handle, lengths, hash.digest('hex'))
      } finally {
        await handle.close()
      }
    },
  })
}

async function readBackPieces(handle: FileHandle, lengths: readonly number[], digest: string): Promise<string | null> {
  const hash = createHash('sha256')
  for (const [index, length] of lengths.entries()) {
    const piece = Buffer.alloc(length)
    const { bytesRead } = await handle.read(piece, 0, length, null)
    if (bytesRead !== length) return READS_BACK_OTHERWISE
    hash.update(piece)
    if (index < lengths.length - 1 && !isCheckup(piece.toString('utf8', OPENING.length))) return `element ${index} is no checkup`
  }
  const { bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, null)
  return bytesRead === 0 && hash.digest('hex') === digest ? null : READS_BACK_OTHERWISE
}

function isCheckup(text: string): boolean {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === checkupSchemaId
}
