import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { escapeHtml } from '#shared/report/escape-html.ts'

const FOR_THE_USER_ONLY = 0o600

/** A page in a file that leads to the link. */
export interface Handover {
  readonly path: string
  remove(): Promise<void>
}

/**
 * Writes the link into a file that leads on to it.
 *
 * SECURITY: the arguments of a program can be read by every user of the machine, so the browser gets the name of this file instead of the
 * link. Its folder is made anew and open to this user alone; on Windows the user's own temporary folder is what keeps others out.
 */
export async function writeHandover(url: string, title: string): Promise<Handover> {
  const folder = await mkdtemp(join(tmpdir(), 'erp-checkup-'))
  const path = join(folder, `${randomBytes(8).toString('hex')}.html`)
  const address = escapeHtml(url)
  const html = `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}">
<title>${escapeHtml(title)}</title>
<a href="${address}">${escapeHtml(title)}</a>
`
  await writeFile(path, html, { flag: 'wx', mode: FOR_THE_USER_ONLY })
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}
