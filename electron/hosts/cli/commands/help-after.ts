import type { CliKey, Say } from '../speech.ts'

/** What stands below the options of every command. */
export function helpAfter(say: Say, exit: CliKey, examples: CliKey): string {
  return `\n${say('cli/help/exit')}\n${indented(say(exit))}\n\n${say('cli/help/examples')}\n${indented(say(examples))}`
}

export function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}
