import type { AccountDirectory } from '../../accounts/directory.ts'
import { relativeIdentifier, wellKnownSids } from '../../accounts/well-known.ts'
import { comparablePath } from '../../catalogue/install-path.ts'
import type { Facts } from '../../facts/index.ts'
import { folderOf, liesUnder } from '../../sync-tool/patterns.ts'

export type Reader = Facts['connector']['installations'][number]['keys'][number]['readableBy'][number]
type Service = Facts['services']['services'][number]

/** May read, may not read, or: the facts that would excuse the reader are missing. */
export type Judgement = 'allowed' | 'foreign' | 'undecided'

/** What is known of one installation's server, as far as it was collected. */
export interface Surroundings {
  readonly accounts: AccountDirectory
  readonly services: Facts['services'] | undefined
  readonly groups: Facts['local-groups'] | undefined
}

/** Whoever holds one of these is the system itself, an administrator, or the owner of the file (Microsoft, "Well-known SIDs"). */
const allowedSids: ReadonlySet<string> = new Set([
  wellKnownSids.localSystem,
  wellKnownSids.administrators,
  // TrustedInstaller
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
  // CREATOR OWNER, OWNER RIGHTS
  'S-1-3-0',
  'S-1-3-4',
])

/** Accounts that a service can run under: LocalService, NetworkService, virtual ones, those of this machine or a domain. */
const SERVICE_IDENTITY = /^S-1-5-(?:19|20|80-\d+-.+|21-.+)$/

/** Domain Users, Guests and Computers: relative identifiers of groups, which no service can run under. */
const WHOLE_DOMAIN: readonly (number | null)[] = [513, 514, 515]

/** A shortened name such as PROGRA~1: the long one is not known. */
const SHORT_NAME = /~\d/

/** Judges readers of keys that lie in one installation folder. */
export function judgeReaders(location: string, { accounts, services, groups }: Surroundings): (reader: Reader) => Judgement {
  const administrators = groups === undefined ? null : nestedMembers(wellKnownSids.administrators, groups)
  const folder = folderOf(comparablePath(location), true)
  const all = services?.services ?? []
  const own = folder === null ? [] : all.filter((service) => liesUnder(comparablePath(service.executable), folder))
  const perhapsOwn = folder === null || SHORT_NAME.test(folder) ? all : all.filter((service) => SHORT_NAME.test(service.executable))
  const isAdministrator = (reader: Reader): boolean => {
    if (administrators?.has(reader.sid) === true) return true
    const account = accounts.resolve(reader.name ?? reader.sid, reader.sid)
    return relativeIdentifier(reader.sid) !== null && accounts.groupsOf(account).has(wellKnownSids.administrators)
  }
  return (reader) => {
    if (allowedSids.has(reader.sid) || isAdministrator(reader) || own.some((service) => runsAs(service, reader, accounts))) return 'allowed'
    const unseenMember = groups === undefined && relativeIdentifier(reader.sid) !== null
    const unseenService = services === undefined || own.some((service) => isNameless(service, reader, accounts))
    if (unseenMember || (unseenService && canRunServices(reader))) return 'undecided'
    return perhapsOwn.some((service) => runsAs(service, reader, accounts)) ? 'undecided' : 'foreign'
  }
}

/** The service logs on as the reader, or the reader is the identity that Windows gives to this service alone. */
function runsAs(service: Service, reader: Reader, accounts: AccountDirectory): boolean {
  if (isServiceSid(reader.sid) && reader.name?.toLowerCase() === `nt service\\${service.name.toLowerCase()}`) return true
  return accounts.same(accounts.resolve(service.account, service.accountSid), accounts.resolve(reader.name ?? reader.sid, reader.sid))
}

function canRunServices({ sid }: Reader): boolean {
  return SERVICE_IDENTITY.test(sid) && !WHOLE_DOMAIN.includes(relativeIdentifier(sid))
}

function isServiceSid(sid: string): boolean {
  return sid.startsWith('S-1-5-80-')
}

/** The one has only a name and the other only a SID, or the SID is made from a name that is not told: they cannot be compared. */
function isNameless(service: Service, reader: Reader, accounts: AccountDirectory): boolean {
  if (reader.name !== null) return false
  return isServiceSid(reader.sid) || accounts.resolve(service.account, service.accountSid).sid === null
}

/** SIDs of the members of a local group, with those of groups within it. */
function nestedMembers(sid: string, { groups }: Facts['local-groups']): ReadonlySet<string> {
  const members = new Set<string>()
  const queue = [sid]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const group = groups.find((candidate) => candidate.sid === next)
    const fresh = (group?.members ?? []).map((member) => member.sid).filter((member) => !members.has(member))
    for (const member of fresh) members.add(member)
    queue.push(...fresh)
  }
  return members
}
