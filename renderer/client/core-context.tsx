import { createContext, type ReactNode, use } from 'react'

import type { CoreClient } from './core-client.ts'

const CoreContext = createContext<CoreClient | null>(null)

export function CoreProvider({ core, children }: { readonly core: CoreClient; readonly children: ReactNode }) {
  return <CoreContext value={core}>{children}</CoreContext>
}

/** The core that this page talks to. */
export function useCore(): CoreClient {
  const core = use(CoreContext)
  if (core === null) throw new Error('there is no core above this component')
  return core
}
