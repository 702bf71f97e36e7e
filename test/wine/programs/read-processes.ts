// Opens sockets, starts a program and reads the probes of processes meanwhile. Arguments: output file, program to start, JSON with a
// library of this folder whose exports come before those of Windows, and with a library of Windows to hide.
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { probes } from '#electron/probes/index.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createWindows } from '#electron/win32/windows.ts'
import { emptyProfile } from '#shared/formats/profile.ts'

const [outputFile = '', program = '', options = '{}'] = process.argv.slice(2)
const { before, hidden }: { readonly before?: string; readonly hidden?: string } = JSON.parse(options)

const tcp4 = createServer().listen(0, '127.0.0.1')
const tcp6 = createServer().listen({ host: '::1', port: 0, ipv6Only: true })
const udp4 = createSocket('udp4').bind(0, '127.0.0.1')
const udp6 = createSocket({ type: 'udp6', ipv6Only: true }).bind(0, '::1')
const sockets = { tcp4, tcp6, udp4, udp6 }
await Promise.all(Object.values(sockets).map((socket) => once(socket, 'listening')))
const portOf = (address: ReturnType<typeof tcp4.address>) => (typeof address === 'object' ? address?.port : undefined)
const ports = Object.fromEntries(Object.entries(sockets).map(([name, socket]) => [name, portOf(socket.address())]))

const child = spawn(program, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
await once(child, 'spawn')

const koffi = koffiSource()
const made = before === undefined ? undefined : koffi.load(join(process.cwd(), before))

/** A function of the made library, or of Windows where that has none of this name. */
function choose(real: ReturnType<typeof koffi.load>, declaration: string) {
  if (made === undefined) return real.func(declaration)
  try {
    return made.func(declaration)
  } catch {
    return real.func(declaration)
  }
}

const native = createNativeAccess(() => ({
  ...koffi,
  load: (path) => {
    if (hidden !== undefined && path.endsWith(hidden)) throw new Error('Failed to load shared library: hidden')
    const real = koffi.load(path)
    return { func: (declaration) => choose(real, declaration) }
  },
}))
const context = { windows: createWindows(native), now: () => new Date(), environment: process.env, profile: emptyProfile }
const readings: Record<string, unknown> = {}
for (const probe of probes.filter(({ id }) => id === 'processes' || id === 'listeners' || id === 'remote-access-files'))
  readings[probe.id] = await probe.read(context)
const outstanding = made?.func('int __stdcall StandInOutstanding()')()
writeFileSync(outputFile, JSON.stringify({ readings, ports, ownPath: process.execPath, outstanding }))
child.kill()
for (const socket of Object.values(sockets)) socket.close()
