// Runs calls on the vault of this session and answers in one line. Standard input: a script as JSON; the program ends with its input.
// Arguments, where there is no such input: a file with the script, and one for the answers.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createSqlKeychain } from '#electron/core/sql-keychain.ts'
import { openKeychain } from '#electron/vault/keychain.ts'
import { openVault } from '#electron/vault/open-vault.ts'
import type { SecretStore } from '#electron/vault/secret-store.ts'
import { createCheck, silentSurroundings } from '#electron/vault/surroundings.ts'
import { createVault, type Vault } from '#electron/vault/vault.ts'

/** A call by its name. In arguments and answers `$secret` stands for the secret, and `$1` for what the second call gave. */
export type VaultCall = readonly [name: keyof typeof acts, ...args: readonly string[]]

/** Ways in which a careless vault would let a secret out. */
export type Leak =
  | 'standard output'
  | 'standard error'
  | 'file in hex'
  | 'file in UTF-16'
  | 'argument'
  | 'environment'
  | 'base64 in a file'
  | 'half in a file'

export interface VaultScript {
  readonly secret: string
  readonly calls: readonly VaultCall[]
  readonly leak?: Leak
}

const owner = (login = ''): { readonly server: string; readonly login: string } => ({ server: 'ERP01', login })

const sqlKeychain = (vault: Vault) => createSqlKeychain({ vault: async () => vault, machine: 'ERP01' })

const acts = {
  preflight: (vault: Vault) => vault.preflight(),
  stage: (vault: Vault, login?: string, password?: string) => vault.stage(owner(login), password ?? ''),
  promote: (vault: Vault, generation?: string) => vault.promote(generation ?? ''),
  discard: (vault: Vault, generation?: string) => vault.discard(generation ?? ''),
  read: (vault: Vault, generation?: string) => vault.read(generation ?? ''),
  list: (vault: Vault) => vault.list(),
  expire: (vault: Vault) => vault.expire(new Set()),
  readHead: (vault: Vault, id?: string) => vault.heads.read(id ?? ''),
  writeHead: (vault: Vault, id?: string, sequence?: string, hash?: string) => vault.heads.write(id ?? '', Number(sequence), hash ?? ''),
  key: async (vault: Vault) => {
    const [first, again] = [await vault.secretBytes('password-uniqueness'), await vault.secretBytes('password-uniqueness')]
    return first.ok && again.ok ? { bytes: first.value.byteLength, isSame: Buffer.from(first.value).equals(again.value) } : first
  },
  keepSql: (vault: Vault, server = '', login = '', password = '') => sqlKeychain(vault).keep([server], login, password),
  findSql: async (vault: Vault, server = '', login = '') => {
    const found = await sqlKeychain(vault).find(server, login)
    return found.ok && found.value.kind === 'found' ? { ok: true, value: found.value.password } : found
  },
  storedSql: (vault: Vault) => sqlKeychain(vault).stored(),
  forgetSql: (vault: Vault, server = '', login = '') => sqlKeychain(vault).forget(server, login),
} as const

const now = (): Date => new Date()

function leaking(store: SecretStore, leak: Leak): SecretStore {
  return {
    ...store,
    write: async (service, account, value) => {
      if (service.includes('/password/')) letOut(value, leak)
      await store.write(service, account, value)
    },
  }
}

function letOut(value: string, leak: Leak): void {
  const idle = ['-e', 'process.stdin.resume()']
  if (leak === 'standard output') console.log(`storing ${value}`)
  else if (leak === 'standard error') console.error(new Error(`cannot store ${value}`))
  else if (leak === 'file in hex') appendFileSync('log', Buffer.from(value).toString('hex'))
  else if (leak === 'file in UTF-16') appendFileSync('log', Buffer.from(`\uFEFFstored ${value}`, 'utf16le'))
  else if (leak === 'base64 in a file') appendFileSync('log', Buffer.from(`{"password":"${value}"}`).toString('base64'))
  else if (leak === 'half in a file') appendFileSync('log', `starts with ${value.slice(0, (value.length * 3) / 4)}`)
  else if (leak === 'argument') spawn(process.execPath, [...idle, value], { stdio: ['pipe', 'ignore', 'ignore'] }).unref()
  else spawn(process.execPath, idle, { stdio: ['pipe', 'ignore', 'ignore'], env: { PASSWORD: value } }).unref()
}

function open(leak: Leak | undefined): Vault {
  const keychain = openKeychain()
  if (leak === undefined || keychain === null) return openVault({ platform: process.platform, environment: process.env, now })
  const store = leaking(keychain, leak)
  return createVault({ store, storedIn: 'keychain', check: createCheck(store, silentSurroundings, randomBytes), now, randomBytes })
}

async function firstLine(): Promise<string> {
  return await new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin })
    lines.once('line', resolve)
    lines.once('close', () => process.exit())
  })
}

const [scriptFile, answersFile] = process.argv.slice(2)
const { secret, calls, leak }: VaultScript = JSON.parse(scriptFile === undefined ? await firstLine() : readFileSync(scriptFile, 'utf8'))
const vault = open(leak)
const answers: unknown[] = []
for (const [name, ...args] of calls) {
  const given = args.map((each) =>
    each === '$secret' ? secret : each.replace(/^\$(\d+)$/, (_all, place) => answeredValue(answers[Number(place)])),
  )
  answers.push(withoutSecret(await acts[name](vault, ...given)))
}
if (answersFile === undefined) console.log(`${JSON.stringify(answers)}\nanswered`)
else writeFileSync(answersFile, JSON.stringify(answers))

function answeredValue(answer: unknown): string {
  return String((answer as { readonly value?: unknown } | undefined)?.value)
}

function withoutSecret(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'value' in answer && answer.value === secret
    ? { ...answer, value: '$secret' }
    : answer
}
