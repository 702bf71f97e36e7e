import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

import { worldIn } from '#electron/rotation/rehearsal/world.ts'
import { type AppUnderTest, appUnderTest } from '../../contract/app-under-test.ts'
import { clientOver, openedSocket, signIn, startHost } from '../hosts/loopback/serving.ts'
import { filesWithSecret, secretForms } from '../vault/canary.ts'
import { beginRehearsal, press, viewOf } from './press.ts'

const language = 'en'
const LIMIT_MS = 60_000

/** They end in the name of their login, which is everywhere: only the whole of one counts. */
const wholeForms = (bytes: Buffer, secret: string): readonly string[] =>
  secretForms(bytes, secret).filter((form) => !form.startsWith('half'))

describe('rehearsal over the loopback host', () => {
  let app: AppUnderTest | null = null

  afterEach(() => app?.remove())

  it('leaves its passwords in the file of its server alone, and sends and says none', { timeout: LIMIT_MS }, async () => {
    app = appUnderTest({ rotationTimes: { actMs: 0, watchMs: 0, realWatchMs: 0 } })
    const serving = await startHost({ router: app.router })
    const socket = await openedSocket(serving, await signIn(serving))
    const passed: Buffer[] = []
    socket.on('message', (data: Buffer) => passed.push(Buffer.from(data)))
    const send = socket.send.bind(socket) as (data: string | Buffer, ...rest: unknown[]) => void
    Object.assign(socket, {
      send: (data: string | Buffer, ...rest: unknown[]) => {
        passed.push(Buffer.from(data))
        send(data, ...rest)
      },
    })
    const client = clientOver(socket)

    const secrets = new Set<string>()
    const places = join(app.dataFolder, 'rotation')
    let view = await beginRehearsal(client)
    for (; view.outcome === 'open'; view = await press(client, view)) {
      const path = join(places, `${view.run}.world`)
      const world = existsSync(path) ? worldIn(readFileSync(path, 'utf8')) : null
      for (const secret of [...(world?.accounts.values() ?? []), ...(world?.stored.values() ?? [])]) secrets.add(secret)
    }
    for (const format of ['pdf', 'json'] as const)
      passed.push(Buffer.from((await client.rotation.report({ run: view.run, format, language })).base64, 'base64'))
    viewOf(await client.rotation.open({ run: view.run, language }))

    expect(secrets.size).toBeGreaterThanOrEqual(2 * view.logins.length)
    expect(passed.length).toBeGreaterThan(40)
    const everything = Buffer.concat(passed)
    expect(wholeForms(everything, 'change-password')).toContain('plain')
    const found = [...secrets].flatMap((secret) => [
      ...wholeForms(everything, secret).map((form) => `sent: ${form}`),
      ...filesWithSecret(dirname(places), secret, wholeForms),
      ...(existsSync(app?.stateFolder ?? '') ? filesWithSecret(app?.stateFolder ?? '', secret, wholeForms) : []),
    ])
    expect([...new Set(found)]).toEqual([`rotation/${view.run}.world: plain`])
    expect(readdirSync(places).toSorted()).toEqual([view.run, `${view.run}.world`])
    expect(serving.faults).toEqual([])
  })
})
