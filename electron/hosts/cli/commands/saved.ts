import type { Session, SharedOptions } from '../session.ts'

/** Says that a file is there; standard output is free for it, because the result is in the file. */
export async function saved(session: Session, options: SharedOptions, file: string): Promise<void> {
  if (options.quiet !== true) await session.terminal.output.write(`${session.say('cli/saved', { file })}\n`)
}
