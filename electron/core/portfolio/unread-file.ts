import { brief } from '#shared/report/portfolio/brief.ts'
import { oneLine } from '../outcome.ts'
import type { JudgedFile } from './messages.ts'

/** The row of a file that gave no checkup; `line` names the file that is at fault, which may be the profile beside it. */
export function unreadFile(path: string, line: string): JudgedFile {
  const own = `${oneLine(path)}: `
  const reason = line.startsWith(own) ? line.slice(own.length) : line
  return { kind: 'row', row: { kind: 'unread', file: brief(path) || '""', reason: brief(reason) }, line, status: 'unread', checkup: null }
}
