import { type ByHandPorts, createByHandHands } from '#electron/rotation/server/by-hand.ts'
import type { Seen } from '#electron/rotation/server/by-hand-entries.ts'
import type { Moments } from '#electron/rotation/server/by-hand-moments.ts'
import type { SqlPorts } from '#electron/rotation/server/sql-acts.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { sqlLogin, windowsLogin } from '../../../support/rotation-plans.ts'
import { serviceHands, type World } from './services-under-test.ts'

export const GIVEN = new Date('2026-03-01T08:00:00.000Z')
export const BEFORE = new Date('2026-03-01T07:00:00.000Z')
export const AFTER = new Date('2026-03-01T08:05:00.000Z')

export const NEW_PASSWORD = windowsLogin({ key: 'windows:ERP01\\erpsync' })
export const NEW_USER = windowsLogin({
  key: 'windows:ERP01\\erpsync',
  change: { kind: 'new-user', newKey: 'windows:ERP01\\erpnew', newName: 'erpnew', rights: [] },
})
export const SQL = sqlLogin({ key: 'sql-server:ERP01\\SAGE/wsp_sync' })
export const SQL_NEW_USER = sqlLogin({
  key: 'sql-server:ERP01\\SAGE/wsp_sync',
  change: { kind: 'new-user', newKey: 'sql-server:ERP01\\SAGE/wsp_new', newName: 'wsp_new', rights: [] },
})

/** No instance can be asked. */
export const NO_SQL: SqlPorts = {
  open: async () => ({ ok: false, problem: { kind: 'no-such-instance' } }),
  openAs: async () => ({ ok: false, problem: { kind: 'no-such-instance' } }),
  now: () => AFTER,
  run: 'run',
}

interface Look {
  readonly login?: PlannedLogin
  readonly generation?: number
  readonly moments?: Moments
  readonly ports?: Partial<ByHandPorts>
  /** of the one service there is */
  readonly world?: Partial<World>
}

/** Looks at one holder on a server where nothing can be seen but what is given. */
export async function look(
  key: string,
  { login = NEW_PASSWORD, generation = 1, moments = { given: GIVEN, touched: null }, ports, world }: Look = {},
): Promise<Seen> {
  const hands = createByHandHands({
    ...serviceHands(world).ports,
    tasks: { task: () => refused('ITaskFolder::GetTask', 5) },
    uses: async () => ({ status: 'denied', reason: 'nobody may look' }),
    sql: NO_SQL,
    ...ports,
  })
  return await hands.look({ login, holder: { key }, generation, moments })
}

export const taskOf = (account: string | null, logOn = 'Password'): Pick<ByHandPorts, 'tasks'> => ({
  tasks: {
    task: (path) =>
      succeeded(
        account === null
          ? null
          : {
              path,
              enabled: true,
              definition: `<Task><Principals><Principal id="Author"><UserId>${account}</UserId><LogonType>${logOn}</LogonType></Principal></Principals></Task>`,
            },
      ),
  },
})
