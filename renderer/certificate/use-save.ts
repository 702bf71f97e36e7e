import { useToast } from '../app/announce.tsx'
import type { Failure } from '../client/core-client.ts'
import { download, type MadeFile } from '../client/download.ts'
import { useAct } from '../client/use-act.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Has the core make a file and hands it over to be saved. */
export function useSave(): {
  readonly busy: boolean
  readonly failure: Failure | null
  readonly save: (make: () => Promise<MadeFile>) => void
} {
  const { text } = useTexts()
  const toast = useToast()
  const { busy, failure, run } = useAct()
  return {
    busy,
    failure,
    save: (make) =>
      run(async () => {
        const file = await make()
        download(file)
        toast(text('certificate/saved', { name: file.name }))
      }),
  }
}
