import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { realpath } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { compare, powershell, readFacts } from './support.ts'

const TCP_ADDRESSES = ['127.0.0.1', '0.0.0.0', '::1', '::']
const UDP_ADDRESSES = ['127.0.0.1', '0.0.0.0', '::1', '::']

interface Told {
  readonly protocol: string
  readonly address: string
  readonly port: number
  readonly owner: number
}

const LISTED = `Get-NetTCPConnection -State Listen | ForEach-Object {
  [pscustomobject]@{ protocol = 'tcp'; address = $_.LocalAddress; port = $_.LocalPort; owner = $_.OwningProcess } }
Get-NetUDPEndpoint | ForEach-Object {
  [pscustomobject]@{ protocol = 'udp'; address = $_.LocalAddress; port = $_.LocalPort; owner = $_.OwningProcess } }`

describeWith('Windows', 'listeners of a real Windows', () => {
  const servers: Server[] = []
  const sockets: Socket[] = []
  const ours: { protocol: string; address: string; port: number }[] = []

  beforeAll(async () => {
    for (const address of TCP_ADDRESSES) {
      const server = createServer().listen({ port: 0, host: address, ipv6Only: address.includes(':') })
      await once(server, 'listening')
      servers.push(server)
      ours.push({ protocol: 'tcp', address, port: portOf(server.address()) })
    }
    for (const address of UDP_ADDRESSES) {
      const ipv6 = address.includes(':')
      const socket = createSocket({ type: ipv6 ? 'udp6' : 'udp4', ipv6Only: ipv6 })
      socket.bind(0, address)
      await once(socket, 'listening')
      sockets.push(socket)
      ours.push({ protocol: 'udp', address, port: socket.address().port })
    }
  })

  afterAll(async () => {
    await close()
  })

  async function close(): Promise<void> {
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
    for (const socket of sockets.splice(0)) await new Promise<void>((resolve) => socket.close(resolve))
  }

  it('have the program that opened them, for either protocol and family', async () => {
    const program = await realpath(process.execPath)
    const { listeners } = await readFacts('listeners')
    const found = ours.map((own) => listeners.find((listener) => key(listener) === key(own)))
    expect(found.map((listener) => ({ ...listener, process: listener?.process?.toLowerCase() }))).toEqual(
      ours.map((own) => ({ ...own, process: program.toLowerCase() })),
    )
  })

  it('are those that Windows lists', async () => {
    const { seen, lasting, ever } = await compare(
      () => powershell<Told>(LISTED),
      () => readFacts('listeners'),
    )
    const found = new Set(seen.listeners.map(key))
    expect(lasting.length).toBeGreaterThanOrEqual(ours.length)
    expect(lasting.filter((told) => !found.has(key(told)))).toEqual([])
    // Ports of the moment that belong to a name look-up come and go; those that a service waits at do not.
    const told = new Set(ever.map(key))
    expect(seen.listeners.filter((listener) => listener.protocol === 'tcp' && !told.has(key(listener)))).toEqual([])
  })

  it('are gone once they are closed', async () => {
    await close()
    const found = new Set((await readFacts('listeners')).listeners.map(key))
    expect(ours.filter((own) => found.has(key(own)))).toEqual([])
  })
})

/** Windows writes the zone behind an address that is local to a link; the facts do not. */
function key({ protocol, address, port }: { readonly protocol: string; readonly address: string; readonly port: number }): string {
  return `${protocol} ${address.replace(/%.*$/, '').toLowerCase()} ${port}`
}

function portOf(address: ReturnType<Server['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
