// Does one act after the other to services, user rights and logs, as the password change does. Arguments: output file, JSON file with the
// acts, JSON with libraries of this folder by the system library whose functions they replace.
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import { secretText } from '#electron/rotation/server/secret-text.ts'
import { openServiceArea } from '#electron/rotation/server/services-open.ts'
import { createServiceControl } from '#electron/win32/service-control.ts'
import { openReplacedWindows } from './replaced-libraries.ts'

/** Acts with their arguments; `limitMs` ends waiting after that time. */
export type Step =
  | readonly ['stop' | 'start', string, number?]
  | readonly ['disable' | 'look' | 'accountOf' | 'processOf' | 'configuration', string]
  | readonly ['restoreStartMode', string, 'auto' | 'manual' | 'disabled', boolean]
  | readonly ['setAccount', string, string, string]
  | readonly ['processesLeft', readonly string[], readonly string[]]
  | readonly ['holds' | 'grant' | 'revoke', string, string]
  | readonly ['denyRemoteDesktop', string]
  | readonly ['watch', readonly string[], number, string]

/** More than any service here takes. */
const PLENTY_MS = 60_000

const [outputFile = '', stepsFile = '', replacements = '{}'] = process.argv.slice(2)
const { native, windows, outstanding } = openReplacedWindows(JSON.parse(replacements))
const control = createServiceControl(native)
const { services, rights, watch } = openServiceArea(native, {
  policyRights: async () => ({ status: 'read', value: [{ policy: 'Dienste', rights: ['sebatchlogonright'] }], gaps: [] }),
  logins: [{ key: 'windows:erp', name: 'ACME\\svc_erp' }],
  now: () => new Date(),
  wait: (durationMs, signal) => sleep(durationMs, undefined, { signal }).catch(() => undefined),
})

async function act(step: Step): Promise<unknown> {
  switch (step[0]) {
    case 'stop':
    case 'start':
      return await services[step[0]](step[1], AbortSignal.timeout(step[2] ?? PLENTY_MS))
    case 'disable':
    case 'look':
    case 'accountOf':
      return await services[step[0]](step[1])
    case 'processOf': {
      const status = control.status(step[1])
      return status.ok ? status.value.processId : status
    }
    case 'configuration':
      return windows.services.connect((manager) => manager.configuration(step[1]))
    case 'restoreStartMode':
      return await services.restoreStartMode(step[1], step[2], step[3])
    case 'setAccount':
      return await services.setAccount(step[1], step[2], secretText(step[3]))
    case 'processesLeft':
      return await services.processesLeft(step[1], step[2])
    case 'denyRemoteDesktop':
      return await rights.denyRemoteDesktop(step[1])
    case 'watch': {
      const until = new Date(Date.now() + step[2])
      return await watch.watch(step[1], until, new Date(step[3]), AbortSignal.timeout(PLENTY_MS))
    }
    default:
      return await rights[step[0]](step[1], step[2])
  }
}

const results: unknown[] = []
for (const step of JSON.parse(readFileSync(stepsFile, 'utf8')) as readonly Step[]) results.push(await act(step))
writeFileSync(outputFile, JSON.stringify({ results, outstanding: outstanding() }))
