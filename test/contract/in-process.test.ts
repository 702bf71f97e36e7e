import { createRouterClient } from '@orpc/server'
import { contractSuite } from './suite.ts'

contractSuite('in one process', async (router) => ({ client: createRouterClient(router), close: async () => undefined }))
