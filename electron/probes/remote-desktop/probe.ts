import type { Facts } from '#shared/facts/index.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Probe, ProbeReading } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { readRegistryPolicies } from '../registry-policies.ts'
import { readSecurityTemplates } from '../security-templates.ts'
import { settingsOfPolicies } from './policy-settings.ts'
import { readSettings, type Settings, type Unanswered } from './settings.ts'

const DEFAULT_PORT = 3389n
const LAST_PORT = 65_535n

/** Windows Server 2012: since then a listener without the setting asks for Network Level Authentication. */
const FIRST_BUILD_WITH_AUTHENTICATION = 9200

/**
 * Remote Desktop and Remote Assistance as in force, policy before local setting.
 *
 * Source: the policy key "Terminal Services" and the keys "Terminal Server" and "Remote Assistance"; group policies on this machine tell who
 * set a value. Where nothing is set, Remote Desktop is off and Remote Assistance is on for clients only. A value that is refused or no number
 * leaves no facts, because a yes or no would be a guess.
 */
export const remoteDesktopProbe: Probe<'remote-desktop'> = {
  id: 'remote-desktop',
  area: 'host',
  read: async (context) => {
    const read = readSettings(context.windows.registry)
    if (!read.ok) return unanswered(read)
    const facts = factsOf(read.settings, context.windows)
    if (!facts.ok) return unanswered(facts)
    const notebook = createNotebook()
    const policies = await readRegistryPolicies(context)
    const templates = await readSecurityTemplates(context)
    const { names, notes } = settingsOfPolicies(read.settings, policies, templates)
    for (const note of notes) notebook.remark(note)
    // What is in force is known without these files: they only tell who set it, so they make no record incomplete.
    for (const reason of new Set([...policies.unread, ...templates.unread])) {
      notebook.remark(`not every value that a policy sets is known: ${reason}`)
    }
    return notebook.reading<Facts['remote-desktop']>({ ...facts.value, setByPolicy: [...names] })
  },
}

function unanswered(answer: Unanswered): ProbeReading<never> {
  return 'failure' in answer ? refusal(answer.failure) : { status: 'failed', reason: answer.broken }
}

type InForce = { readonly ok: true; readonly value: Omit<Facts['remote-desktop'], 'setByPolicy'> }

function factsOf(settings: Settings, windows: Windows): InForce | Unanswered {
  const port = settings.get('PortNumber')?.number ?? DEFAULT_PORT
  if (port < 1n || port > LAST_PORT) return { ok: false, broken: `PortNumber: expected 1 to ${LAST_PORT}, but this is ${port}` }
  const authentication = settings.get('UserAuthentication')
  const help = settings.get('fAllowToGetHelp')
  const version = authentication !== undefined && help !== undefined ? null : windows.system.version()
  if (version !== null && !version.ok) return version
  const build = version?.value.build ?? 0
  const value = {
    enabled: settings.get('fDenyTSConnections')?.number === 0n,
    port: Number(port),
    networkLevelAuthentication: authentication === undefined ? build >= FIRST_BUILD_WITH_AUTHENTICATION : authentication.number === 1n,
    remoteAssistance:
      (help === undefined ? version?.value.kind === 'workstation' : help.number === 1n) || settings.get('fAllowUnsolicited')?.number === 1n,
  }
  return { ok: true, value }
}
