import { sha256 } from '../sha256.ts'

/** Enough of a digest that no two names of one person's servers meet. */
const DIGEST_DIGITS = 12

/** Readable part of an id; what a name has beyond letters and digits is told apart by the digest. */
const LONGEST_NAME = 30

export const sampleCaseId = (sample: string): string => `sample-${sample}`

/** The same file is the same case, whatever its name: opening it again goes on with the answers given to it. */
export const fileCaseId = (server: string, snapshotDigest: string): string =>
  `file-${slug(server)}-${snapshotDigest.slice(0, DIGEST_DIGITS)}`

/** One case for this server, however often it is read. */
export const liveCaseId = (server: string): string => `live-${slug(server)}-${sha256(server.toLowerCase()).slice(0, DIGEST_DIGITS)}`

function slug(name: string): string {
  const readable = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return readable.slice(0, LONGEST_NAME).replace(/^-+|-+$/g, '') || 'server'
}
