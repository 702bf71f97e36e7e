import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { ask, clientOver, exchange, openSocket } from '../electron/hosts/loopback/serving.ts'
import { describeWith } from '../support/needs.ts'
import { withPrefix } from '../support/wine.ts'

const built = fileURLToPath(new URL('../../out/cli', import.meta.url))
const PROGRAM = { bundle: { serve: new URL('./programs/serve-main.ts', import.meta.url) } }

/** A cold start of Wine and of the program in it. */
const START_MS = 60_000

describeWith('wine', 'the app in the browser of a Windows server', () => {
  it('shows its page, reads the server and stops by Ctrl-C', async () => {
    await withPrefix(PROGRAM, async ({ folder, runWine }) => {
      await cp(built, join(folder, 'cli'), { recursive: true })
      await mkdir(join(folder, 'app'))
      await writeFile(join(folder, 'app', 'index.html'), '<title>app</title>')
      const ended = runWine(['serve.mjs', 'link', 'stop'])
      await expect.poll(() => existsSync(join(folder, 'link')), { timeout: START_MS }).toBe(true)
      const link = new URL((await readFile(join(folder, 'link'), 'utf8')).trim())
      const port = Number(link.port)
      // Programs in Wine share the network of the machine, so the page is opened from outside.
      const { body, headers } = await exchange(port, link.hash.replace('#token=', ''))
      const session = { place: JSON.parse(body).place, cookie: headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '' }
      expect(await ask(port, { path: session.place, headers: session })).toMatchObject({ status: 200, body: '<title>app</title>' })
      const socket = openSocket(port, session)
      await once(socket, 'open')
      const core = clientOver(socket)
      expect(await core.app.about({})).toMatchObject({ host: 'loopback', platform: 'win32', canRead: true })
      const events = []
      for await (const event of await core.scan.run({ id: null, probes: null, language: 'en' })) events.push(event)
      const read = events.flatMap((event) => (event.kind === 'finished' && event.status === 'ok' ? event.probe : []))
      expect(read).toEqual(expect.arrayContaining(['host', 'services', 'programs']))
      expect(events.at(-1)).toMatchObject({ kind: 'case', id: expect.stringMatching(/^live-/) })
      await writeFile(join(folder, 'stop'), '')
      expect(await ended).toMatchObject({ status: 0, stderr: '' })
    })
  })
})
