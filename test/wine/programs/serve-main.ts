// Serves the app as the command line does, with two files in the place of a person: the link is written into one, Ctrl-C is the other.
import { existsSync, renameSync, writeFileSync } from 'node:fs'

const [linkFile = '', stopFile = ''] = process.argv.slice(2)
const commandLine: { main(argv: readonly string[]): Promise<number> } = await import(new URL('./cli/cli.mjs', import.meta.url).href)

process.stdout.write = (text: string | Uint8Array, ...rest: unknown[]) => {
  // Renamed when it is whole, because somebody waits for it to be there.
  writeFileSync(`${linkFile}.part`, text)
  renameSync(`${linkFile}.part`, linkFile)
  for (const told of rest) if (typeof told === 'function') told()
  return true
}
const watch = setInterval(() => {
  if (!existsSync(stopFile)) return
  clearInterval(watch)
  process.emit('SIGINT', 'SIGINT')
}, 50)
process.exitCode = await commandLine.main(['serve'])
