import { createRouterClient } from '@orpc/server'
import { appUnderTest } from '../../contract/app-under-test.ts'
import { beginRehearsal, press, viewOf } from './press.ts'

/**
 * Started as a process: goes on with the rehearsal of a data folder, or begins one, and prints a dot for each thing that a person does.
 *
 * Argument: the folder. Ends by itself once the rehearsal is complete.
 */
const [, , dataFolder = ''] = process.argv
const app = appUnderTest({ dataFolder, rotationTimes: { actMs: 0, watchMs: 0, realWatchMs: 0 } })
process.once('exit', () => app.remove())
const client = createRouterClient(app.router)
const language = 'en'

/** What waits in a change keeps no process alive: a host has a page for that. */
const alive = setInterval(() => undefined, 60_000)
const { runs, problem } = await client.rotation.list({ language })
if (problem !== null) throw new Error(problem)
const [interrupted] = runs
let view = interrupted === undefined ? await beginRehearsal(client) : viewOf(await client.rotation.open({ run: interrupted.run, language }))
while (view.outcome === 'open') {
  view = await press(client, view)
  process.stdout.write('.')
}
process.stdout.write(`${view.outcome} ${view.run}\n`)
clearInterval(alive)
