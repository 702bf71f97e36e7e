import { z } from 'zod'

/** Folders and files of the remote-access catalogue that exist on disk. */
export const remoteAccessFilesFacts = z.looseObject({
  present: z.array(z.looseObject({ tool: z.string().describe('id in the catalogue'), path: z.string().describe('what was found') })),
})
