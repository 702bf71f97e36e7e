// Looks at holders of an account as a password change does. Arguments: output file, account, time of the change, keys of holders.
import { writeFileSync } from 'node:fs'

import { openByHandHands } from '#electron/rotation/server/by-hand-open.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'

const [outputFile = '', account = '', given = '', ...keys] = process.argv.slice(2)
const login: PlannedLogin = {
  key: `windows:${account}`,
  kind: 'windows',
  name: account,
  account: 'local',
  change: { kind: 'new-password', how: 'reset' },
  oldPasswordKnown: false,
  length: 25,
  usedByOthers: false,
  changedBy: 'app',
  keptIn: 'keychain',
  minimumAgeHours: null,
  historyCount: null,
  lockOut: 'unknown',
  holders: keys.map((key) => ({ key, kind: 'by-hand', name: key })),
}
const noInstance = async () => ({ ok: false, problem: { kind: 'no-such-instance' } }) as const
const sql = { open: noInstance, openAs: noInstance, now: () => new Date(), run: 'look' }
const hands = openByHandHands(createNativeAccess(koffiSource), sql, 'C:\\windows\\system32')
const moments = { given: new Date(given), touched: null }
const seen: Record<string, string> = {}
for (const holder of login.holders) seen[holder.key] = await hands.look({ login, holder, generation: 1, moments })
writeFileSync(outputFile, JSON.stringify(seen))
