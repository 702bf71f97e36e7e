import { contractSuite } from '../../../contract/suite.ts'
import { clientOver, openedSocket, signIn, startHost } from './serving.ts'

contractSuite('through the loopback host', async (router) => {
  const serving = await startHost({ router })
  const socket = await openedSocket(serving, await signIn(serving))
  return {
    client: clientOver(socket),
    close: async () => {
      socket.close()
      await serving.stop()
    },
  }
})
