import type { Profile, SyncTool } from '../formats/profile.ts'
import type { InstalledTool, SyncTools } from '../sync-tool/installed-tool.ts'
import { sameSqlName } from './login.ts'

/** A SQL login of the profile, with the tools that use it. */
export interface AskedLogin {
  readonly name: string
  readonly tools: readonly InstalledTool[]
}

export interface AskedLogins {
  /** each once */
  readonly logins: readonly AskedLogin[]
  /** names of the tools that must have a login and have none in the profile */
  readonly toolsWithout: readonly string[]
  /** there is nothing to ask: no tool is known at all, or only connectors that use no login */
  readonly nothing: 'no-tool' | 'only-connectors' | null
}

/** Tools of kind `erp-driver` are always asked for their login, a connector only for one that it names. */
export function askedLogins(profile: Profile, syncTools: SyncTools): AskedLogins {
  const logins: { name: string; tools: InstalledTool[] }[] = []
  const toolsWithout: string[] = []
  for (const tool of syncTools.tools) {
    if (tool.named.length === 0) toolsWithout.push(tool.label)
    for (const entry of tool.named) {
      const name = entry.sqlLogin?.trim() ?? ''
      if (name === '') {
        if (isDriver(entry)) toolsWithout.push(entry.name)
        continue
      }
      const known = logins.find((login) => sameSqlName(login.name, name))
      if (known === undefined) logins.push({ name, tools: [tool] })
      else known.tools.push(tool)
    }
  }
  if (logins.length > 0 || toolsWithout.length > 0) return { logins, toolsWithout, nothing: null }
  return { logins, toolsWithout, nothing: profile.syncTools.length === 0 ? 'no-tool' : 'only-connectors' }
}

function isDriver(entry: SyncTool): boolean {
  return entry.kind !== 'connector'
}
