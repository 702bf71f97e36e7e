import type { Account } from '../accounts/account.ts'
import type { AccountDirectory } from '../accounts/directory.ts'
import type { Facts } from '../facts/index.ts'
import type { Profile, SyncTool } from '../formats/profile.ts'
import type { InstalledTool, Program, Service, SyncTools } from './installed-tool.ts'
import {
  ERP_DRIVER_NAME,
  folderOf,
  isNamedProgram,
  isNamedService,
  liesUnder,
  looksLikeErpDriverProgram,
  looksLikeErpDriverService,
} from './patterns.ts'

export interface SyncToolFacts {
  readonly services?: Facts['services'] | undefined
  readonly programs?: Facts['programs'] | undefined
  readonly connector?: Facts['connector'] | undefined
}

/**
 * Brings profile and facts together: which services, programs and accounts are a sync tool's.
 *
 * A service that a profile entry names belongs to that entry alone. Other services that look like the ERP Driver belong to
 * the entries of that kind that name no service, taken together; else to the one entry of that kind – of several to the one
 * that runs under the same account. Where the profile has none, they form a tool of their own and are judged all the same.
 */
export function createSyncTools(facts: SyncToolFacts, profile: Profile, accounts: AccountDirectory): SyncTools {
  const drafts = draftTools(facts, profile, accounts)
  const tools = drafts.map((draft) => complete(draft, facts, accounts))
  const toolOf = new Map(tools.flatMap((tool) => tool.services.map((service) => [service, tool] as const)))
  return {
    tools,
    anythingInstalled: tools.some((tool) => tool.services.length > 0 || tool.programs.length > 0) || hasConnector(tools, facts),
    toolOfService: (service) => toolOf.get(service),
    isSyncToolAccount: (account) =>
      tools.some((tool) => [...tool.serviceAccounts, ...tool.namedAccounts].some((own) => accounts.same(own, account))),
  }
}

interface Draft {
  readonly kind: 'erp-driver' | 'connector'
  readonly named: readonly SyncTool[]
  readonly services: Service[]
}

function draftTools(facts: SyncToolFacts, profile: Profile, accounts: AccountDirectory): Draft[] {
  const free = new Set(facts.services?.services ?? [])
  const take = (wanted: (service: Service) => boolean): Service[] => {
    const taken = [...free].filter(wanted)
    for (const service of taken) free.delete(service)
    return taken
  }
  const namesService = (tool: SyncTool): boolean => (tool.service ?? '').trim() !== ''
  const drafts: Draft[] = []
  for (const tool of profile.syncTools.filter(namesService)) {
    drafts.push({
      kind: tool.kind ?? 'erp-driver',
      named: [tool],
      services: take((service) => isNamedService(service, tool.service ?? '')),
    })
  }
  for (const tool of profile.syncTools.filter((entry) => entry.kind === 'connector' && !namesService(entry))) {
    drafts.push({ kind: 'connector', named: [tool], services: [] })
  }
  for (const draft of drafts.filter((entry) => entry.kind === 'connector'))
    draft.services.push(...take(isConnectorService(draft.named, facts)))
  const pooled = profile.syncTools.filter((tool) => tool.kind !== 'connector' && !namesService(tool))
  const alike = take(looksLikeErpDriverService)
  const drivers = drafts.filter((draft) => draft.kind === 'erp-driver')
  if (pooled.length > 0) return [...drafts, { kind: 'erp-driver', named: pooled, services: alike }]
  for (const service of alike) ownerOf(service, drivers, accounts)?.services.push(service)
  const unnamed = alike.length > 0 || (facts.programs?.programs ?? []).some(looksLikeErpDriverProgram)
  return drivers.length === 0 && unnamed ? [...drafts, { kind: 'erp-driver', named: [], services: alike }] : drafts
}

function ownerOf(service: Service, drivers: readonly Draft[], accounts: AccountDirectory): Draft | undefined {
  const account = accounts.resolve(service.account, service.accountSid)
  const runsUnder = (draft: Draft): boolean =>
    draft.services.some((own) => accounts.same(accounts.resolve(own.account, own.accountSid), account))
  return drivers.find(runsUnder) ?? drivers[0]
}

/** The probe knows where a connector lies: a service that runs from there is its service, and `name` may be a service's. */
function isConnectorService(named: readonly SyncTool[], facts: SyncToolFacts): (service: Service) => boolean {
  const folders = named.flatMap((tool) => connectorFolders(tool, facts))
  return (service) =>
    named.some((tool) => isNamedService(service, tool.name)) || folders.some((folder) => liesUnder(service.executable, folder))
}

function connectorFolders(tool: SyncTool, facts: SyncToolFacts): string[] {
  const installations = facts.connector?.installations ?? []
  const own = installations.filter((installation) => installation.product.toLowerCase() === tool.name.trim().toLowerCase())
  const chosen = own.length > 0 ? own : installations
  return chosen.flatMap((installation) => folderOf(installation.location, true) ?? [])
}

function hasConnector(tools: readonly InstalledTool[], facts: SyncToolFacts): boolean {
  return tools.some((tool) => tool.kind === 'connector') && (facts.connector?.installations.length ?? 0) > 0
}

function complete(draft: Draft, facts: SyncToolFacts, accounts: AccountDirectory): InstalledTool {
  const programs = (facts.programs?.programs ?? []).filter((program) => belongs(program, draft))
  const serviceAccounts = distinct(
    draft.services.map((service) => accounts.resolve(service.account, service.accountSid)),
    accounts,
  )
  const namedAccounts = distinct(
    draft.named.flatMap((tool) => (tool.windowsAccount?.trim() ? [accounts.resolve(tool.windowsAccount)] : [])),
    accounts,
  )
  const asked = draft.kind === 'erp-driver' || namedAccounts.length > 0
  const covers = (one: readonly Account[], other: readonly Account[]): boolean =>
    one.every((account) => other.some((known) => accounts.same(account, known)))
  return {
    label: draft.named.map((tool) => tool.name).join(', ') || ERP_DRIVER_NAME,
    ...draft,
    programs,
    serviceAccounts,
    namedAccounts,
    accounts: asked ? distinct([...serviceAccounts, ...namedAccounts], accounts) : [],
    accountsDiffer:
      serviceAccounts.length > 0 &&
      namedAccounts.length > 0 &&
      !(covers(serviceAccounts, namedAccounts) && covers(namedAccounts, serviceAccounts)),
    folders: foldersOf(draft, programs, facts),
  }
}

function belongs(program: Program, draft: Draft): boolean {
  if (draft.kind === 'erp-driver' && looksLikeErpDriverProgram(program)) return true
  return draft.named.some((tool) => isNamedProgram(program, tool.name))
}

function foldersOf(draft: Draft, programs: readonly Program[], facts: SyncToolFacts): string[] {
  const folders = [
    ...draft.services.map((service) => folderOf(service.executable, false)),
    ...programs.map((program) => (program.location === null ? null : folderOf(program.location, true))),
    ...(draft.kind === 'connector' ? draft.named.flatMap((tool) => connectorFolders(tool, facts)) : []),
  ]
  return [...new Set(folders.filter((folder) => folder !== null))]
}

function distinct(all: readonly Account[], accounts: AccountDirectory): Account[] {
  const kept: Account[] = []
  for (const account of all) if (!kept.some((known) => accounts.same(known, account))) kept.push(account)
  return kept
}
