import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { CoreClient } from '#renderer/client/core-client.ts'
import { contractSuite } from './suite.ts'

contractSuite('over a message port', async (router) => {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(router).upgrade(port1)
  port1.start()
  port2.start()
  const client: CoreClient = createORPCClient(new RPCLink({ port: port2 }))
  return {
    client,
    close: async () => {
      port2.close()
      port1.close()
    },
  }
})
