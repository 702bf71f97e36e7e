// Loaded before a program that Node runs from its source: seeds the fault of this process into it.
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chosenFault, seeded } from './seed.ts'

const fault = chosenFault()

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context)
    if (fault === null || !url.startsWith('file:') || loaded.source === undefined || loaded.source === null) return loaded
    const source = seeded(fault, fileURLToPath(url), Buffer.from(loaded.source as Uint8Array).toString())
    return source === null ? loaded : { ...loaded, source }
  },
})
