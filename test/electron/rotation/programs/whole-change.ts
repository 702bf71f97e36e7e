// Changes every password of a server that is nothing but memory, with the vault of this session. Standard input: a script as JSON, in one
// line; the program answers in one line and ends with its input. Its journal and its notes of faults lie below the folder it runs in.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { faultLogFolders, writeFaultLog } from '#electron/core/fault-log.ts'
import { createConductor } from '#electron/rotation/conductor.ts'
import { type Done, done, type Hands, type Learned } from '#electron/rotation/hands.ts'
import { createHeldPasswords } from '#electron/rotation/held-passwords.ts'
import { realFileSystem } from '#electron/rotation/journal-file-system.ts'
import { createJournalLocks } from '#electron/rotation/journal-locks.ts'
import { userPlace } from '#electron/rotation/journal-place.ts'
import { createJournals } from '#electron/rotation/journals.ts'
import { rotationFormat } from '#electron/rotation/rotation-format.ts'
import { readSecret } from '#electron/rotation/run-secrets.ts'
import { type SecretPorts, withSecrets } from '#electron/rotation/secret-hands.ts'
import { openVault } from '#electron/vault/open-vault.ts'
import { type RotationPlan, rotationPlanSchema } from '#shared/rotation/plan.ts'
import { rotationPlans } from '../../../support/rotation-plans.ts'

export interface ChangeScript {
  /** the old passwords by login, and the new ones in the order in which they are made */
  readonly old: Readonly<Record<string, string>>
  readonly made: readonly string[]
}

const now = (): Date => new Date()
const vault = openVault({ platform: process.platform, environment: process.env, now })

async function good<Value>(result: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false }>): Promise<Value> {
  const settled = await result
  if (!settled.ok) throw new Error(`the keychain refused: ${JSON.stringify(settled)}`)
  return settled.value
}

/** The plan of the change, once the old passwords are in the keychain. */
async function planFor({ old }: ChangeScript): Promise<RotationPlan> {
  const planned = rotationPlans['three new passwords']
  const logins: unknown[] = []
  for (const login of planned.logins) {
    const oldEntry = await good(vault.stage({ server: planned.server, login: login.key }, old[login.key] ?? ''))
    await good(vault.promote(oldEntry))
    logins.push({ ...login, oldEntry })
  }
  return rotationPlanSchema.parse({ ...planned, logins, times: { actMinutes: 5, watchMinutes: 0, graceDays: 0 } })
}

/** Takes each password that it is given; of the first service it says that it failed, with the password in its words. */
function serverWith(accounts: Map<string, string>, secrets: SecretPorts): Hands {
  let failed = false
  return {
    act: async ({ act, login, holder, generation }): Promise<Done> => {
      if (login !== undefined && generation !== undefined) {
        const password = await good(readSecret(secrets, login, generation))
        accounts.set(`${login} ${holder ?? ''}`, password)
        if (act === 'set-service-account' && !failed) {
          failed = true
          throw new Error(`${password} is not taken by the service`, { cause: new Error(password) })
        }
      }
      return done(learnedBy(act))
    },
    ask: async (question) => {
      throw new Error(`nobody can tell of the ${question.about}`)
    },
  }
}

function learnedBy(act: string): Learned {
  if (act === 'vendor-confirm') return { by: 'Robin Vale' }
  return act === 'end-call' ? { session: 'gone' } : {}
}

async function change(script: ChangeScript): Promise<unknown> {
  const journals = createJournals({
    format: rotationFormat,
    place: userPlace(join(process.cwd(), 'data')),
    files: realFileSystem(),
    locks: createJournalLocks(process.platform),
    heads: vault.heads,
    now,
    makeId: () => randomBytes(16).toString('hex'),
  })
  const opening = await journals.create(await planFor(script))
  if (opening.state !== 'open') throw new Error('there is no journal')
  const made = [...script.made]
  const secrets: SecretPorts = {
    plan: opening.journal.content.plan,
    events: () => conductor.events(),
    keychain: vault,
    held: createHeldPasswords(),
    typeTwice: async () => ({ kind: 'not-typed', reason: 'not-possible' }),
    make: async () => ({ password: made.shift() ?? '', grade: 'best', unique: true }),
  }
  const accounts = new Map<string, string>()
  const environment = { ...process.env, XDG_STATE_HOME: join(process.cwd(), 'state') }
  const conductor = createConductor({
    journal: opening.journal,
    hands: withSecrets(secrets, serverWith(accounts, secrets)),
    now,
    wait: async (_durationMs, signal) => await new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    noteFault: (error) => {
      const report = { version: '1.0.0', command: 'rotation', at: now().toISOString(), error }
      writeFaultLog(report, faultLogFolders(environment, 'linux'))
    },
  })
  for (let { intent, hands, outcome } = conductor.state(); outcome === 'open'; { intent, hands, outcome } = conductor.state()) {
    if (hands === 'deciding') await conductor.decide('retry-chosen')
    else if (intent !== null) {
      const turn = await conductor.act(intent.id, { by: 'Robin Vale', session: 'gone' })
      if (turn.kind !== 'moved') throw new Error(`${intent.id} came to ${JSON.stringify(turn)}`)
      console.log(intent.id)
    } else throw new Error('nothing can be done')
  }
  await conductor.close()
  const kept = (await good(vault.list())).generations.map(({ login, state }) => `${login} ${state}`)
  const taken = [...accounts.values()].every((password) => script.made.includes(password))
  return { outcome: conductor.state().outcome, kept: kept.toSorted(), taken }
}

const lines = createInterface({ input: process.stdin })
lines.once('close', () => process.exit())
const script = await new Promise<string>((resolve) => lines.once('line', resolve))
console.log(`${JSON.stringify(await change(JSON.parse(script)))}\nanswered`)
