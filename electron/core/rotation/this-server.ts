import { win32 } from 'node:path'

import type { EventOf } from '#shared/rotation/events.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { readSecurityTemplates } from '../../probes/security-templates.ts'
import { administratorsPlace } from '../../rotation/administrators-place.ts'
import { policyRightsOf } from '../../rotation/dependants/policy-rights.ts'
import { readSurroundings } from '../../rotation/hand-over/read-surroundings.ts'
import { createWindowsHandOver } from '../../rotation/hand-over/windows-ports.ts'
import { openAccountHands } from '../../rotation/server/accounts.ts'
import { openDomainAccountHands } from '../../rotation/server/accounts-domain.ts'
import { openByHandHands } from '../../rotation/server/by-hand-open.ts'
import { openServiceArea } from '../../rotation/server/services-open.ts'
import type { SqlPorts } from '../../rotation/server/sql-acts.ts'
import { createSqlHands } from '../../rotation/server/sql-logins.ts'
import type { SqlPlaces } from '../../rotation/server/sql-ports.ts'
import { createSqlServerLogins } from '../../rotation/server/sql-server-logins.ts'
import { openTaskHands } from '../../rotation/server/tasks.ts'
import { createWhichPassword } from '../../rotation/server/which-password.ts'
import { createWindowsLogins } from '../../rotation/server/windows-logins.ts'
import { createNativeAccess, koffiSource, type NativeAccess } from '../../win32/library.ts'
import { createProtectedFolders } from '../../win32/protected-folder.ts'
import { createWindows } from '../../win32/windows.ts'
import { createRemoteToolNames } from '../hand-over-desk.ts'
import type { ChangeServer } from './server-site.ts'
import { sqlHere } from './sql-here.ts'
import { waitFor } from './wait-for.ts'

/** What this server is changed through; tests give other native access, other times, and the SQL Server that they know. */
export interface ThisServerPorts {
  readonly native?: NativeAccess
  readonly environment: NodeJS.ProcessEnv
  readonly now: () => Date
  /** between two looks at a service, and before the last one */
  readonly wait?: typeof waitFor
  /** who signs in to the instances of this machine to change logins */
  readonly administratorOf: SqlPlaces['administratorOf']
  /** absent: those instances */
  readonly sql?: (plan: RotationPlan) => SqlPorts
}

/** This Windows with its instances of SQL Server. Nothing is loaded before a change is listed or made. */
export function thisServer(ports: ThisServerPorts): ChangeServer {
  const { native = createNativeAccess(koffiSource), environment, now, wait = waitFor } = ports
  const windows = createWindows(native)
  const sqlOf = ports.sql ?? (({ id }) => sqlHere(windows, { administratorOf: ports.administratorOf, now, run: id }))
  return {
    place: () => administratorsPlace(createProtectedFolders(native)),
    parts: (plan, events) => {
      const area = openServiceArea(native, {
        policyRights: async () => policyRightsOf(await readSecurityTemplates({ windows, environment })),
        logins: watchedLogins(plan),
        now,
        wait,
      })
      const whichPassword = createWhichPassword({ events, actMinutes: plan.times.actMinutes })
      const sql = sqlOf(plan)
      return {
        ...area,
        tasks: openTaskHands(native),
        byHand: openByHandHands(native, sql, win32.join(environment.SystemRoot ?? 'C:\\Windows', 'System32')),
        session: async () => sessionNow(native),
        logins: (secretOf) => ({
          windows: createWindowsLogins({
            accounts: openAccountHands(native),
            domainAccounts: openDomainAccountHands(native),
            rights: area.rights,
            secretOf,
            whichPassword,
            mark: markOf(plan),
            now,
          }),
          'sql-server': createSqlServerLogins({ sql: createSqlHands(sql), secretOf, whichPassword }),
        }),
      }
    },
  }
}

/** A remote-access program that runs is a session that may go on; null: what runs could not be listed. */
function sessionNow(native: NativeAccess): EventOf<'call-ended'>['session'] | null {
  const surroundings = { ...createWindowsHandOver(native).surroundings, remoteToolOf: createRemoteToolNames() }
  const { remoteTools } = readSurroundings(surroundings, 'terminal')
  if (remoteTools === null) return null
  return remoteTools.length > 0 ? 'remains' : 'gone'
}

/** A user that this change makes is known again by its comment, which every administrator can read. */
const markOf = ({ id }: RotationPlan): string => `ERP Sync Security Checkup, ${id}`

function watchedLogins({ logins }: RotationPlan) {
  return logins.flatMap(({ key, kind, name, change }) => {
    if (kind !== 'windows') return []
    return [{ key, name }, ...(change.kind === 'new-user' ? [{ key, name: change.newKey.slice('windows:'.length) }] : [])]
  })
}
