import { useState } from 'react'

import { useNavigation } from '../app/route-context.tsx'
import { type Failure, failureOf } from '../client/core-client.ts'
import { useCore } from '../client/core-context.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** The contract takes no longer text; a snapshot of a very large server has about 10 MB. */
const LARGEST_FILE_BYTES = 128 * 1024 * 1024

export interface SnapshotOpener {
  readonly open: (file: File) => void
  readonly busy: boolean
  readonly failure: Failure | null
}

/** Hands a file to the core, which judges whether it is a snapshot, and goes on to its setup. */
export function useSnapshotFile(): SnapshotOpener {
  const core = useCore()
  const { go } = useNavigation()
  const { text, language } = useTexts()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function openFile(file: File): Promise<void> {
    if (file.size > LARGEST_FILE_BYTES) {
      setFailure({ code: 'REFUSED', line: text('start/snapshot-too-large', { name: file.name }) })
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      const view = await core.cases.openSnapshot({ name: file.name, text: await textOf(file), language })
      go({ screen: 'setup', id: view.id })
    } catch (error) {
      setFailure(failureOf(error, text('common/fault')))
    } finally {
      setBusy(false)
    }
  }
  return { open: (file) => void openFile(file), busy, failure }
}

/** Windows PowerShell redirects into UTF-16: such a file says so in its first two bytes. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
