import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { probes } from '#electron/probes/index.ts'
import type { ProbeContext, ProbeReading } from '#electron/probes/probe.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createWindows } from '#electron/win32/windows.ts'
import { type Facts, factSchemas, type ProbeId } from '#shared/facts/index.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'

const execute = promisify(execFile)

/** Lists of a whole server are some megabytes of JSON. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024

/** A cold PowerShell that asks for the firewall rules of a runner takes most of a minute. */
const TOOL_LIMIT_MS = 150_000

/** What every probe gets on the Windows that the tests run on. */
export function realContext(profile: Profile = emptyProfile): ProbeContext {
  return { windows: createWindows(createNativeAccess(koffiSource)), now: () => new Date(), environment: process.env, profile }
}

/** The record of one probe; facts that are there have been checked against their schema. */
export async function readProbe<Id extends ProbeId>(id: Id, profile?: Profile): Promise<ProbeReading<Facts[Id]>> {
  const probe = probes.find((candidate) => candidate.id === id)
  if (probe === undefined) throw new Error(`no probe ${id}`)
  const reading = await probe.read(realContext(profile))
  if (reading.status === 'ok') factSchemas[id].parse(reading.facts)
  return reading as ProbeReading<Facts[Id]>
}

/** Facts of a probe that has to see them. */
export async function readFacts<Id extends ProbeId>(id: Id, profile?: Profile): Promise<Facts[Id]> {
  const reading = await readProbe(id, profile)
  if (reading.status !== 'ok') throw new Error(`${id} is ${reading.status}: ${reading.reason}`)
  return reading.facts
}

/** A name that nothing else has: at most 12 characters, so that a user name has room for more. */
export function uniqueName(): string {
  return `erpchk${randomBytes(3).toString('hex')}`
}

/** Long and mixed enough for every policy of a runner. */
export function uniquePassword(): string {
  return `Aa1!${randomBytes(15).toString('base64url')}`
}

/** A service in the language that every Windows can compile: it runs until it is stopped. */
export const SERVICE_SOURCE = `Add-Type -OutputType ConsoleApplication -OutputAssembly $env:CHECKUP_PROGRAM -ReferencedAssemblies System.ServiceProcess -TypeDefinition '
public class Service : System.ServiceProcess.ServiceBase {
  protected override void OnStart(string[] arguments) { }
  protected override void OnStop() { }
  public static void Main() { Run(new Service()); }
}'`

function systemProgram(...path: readonly string[]): string {
  return join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', ...path)
}

/** Runs a program of Windows to its end and gives what it wrote; rejects where it says that it failed. */
export async function runTool(program: string, ...args: readonly string[]): Promise<string> {
  const options = { maxBuffer: MAX_OUTPUT_BYTES, timeout: TOOL_LIMIT_MS, windowsHide: true }
  return (await execute(systemProgram(program), args, options)).stdout
}

/** For taking away what may not be there any more. */
export async function tryTool(program: string, ...args: readonly string[]): Promise<void> {
  await runTool(program, ...args).catch(() => undefined)
}

/** Characters beyond ASCII are written as JSON escapes: what reaches the pipe does not depend on the console's code page. */
const TO_JSON = `[Console]::Out.Write([regex]::Replace((ConvertTo-Json -InputObject $rows -Depth 6 -Compress), '[^\\x00-\\x7f]',
  { param($match) '\\u{0:x4}' -f [int][char]$match.Value }))`

/**
 * What a script puts out, one row for each object.
 *
 * Windows PowerShell 5.1, as every Windows Server has it. Values go in as environment variables, never as parts of the script. The
 * module path of another PowerShell that started the tests would be the wrong one.
 */
export async function powershell<Row>(script: string, variables: Readonly<Record<string, string>> = {}): Promise<readonly Row[]> {
  const inherited = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'psmodulepath')
  const whole = `$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'\n$rows = @(& {\n${script}\n})\n${TO_JSON}`
  const { stdout } = await execute(
    systemProgram('WindowsPowerShell', 'v1.0', 'powershell.exe'),
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', whole],
    {
      env: { ...Object.fromEntries(inherited), ...variables },
      maxBuffer: MAX_OUTPUT_BYTES,
      timeout: TOOL_LIMIT_MS,
      windowsHide: true,
    },
  )
  return JSON.parse(stdout)
}

/** The only row of a script. */
export async function powershellRow<Row>(script: string, variables: Readonly<Record<string, string>> = {}): Promise<Row> {
  const [row] = await powershell<Row>(script, variables)
  if (row === undefined) throw new Error(`nothing came of ${script}`)
  return row
}

/** The account that these tests run under. */
export async function ownAccount(): Promise<{ readonly name: string; readonly sid: string }> {
  return await powershellRow(
    '$me = [Security.Principal.WindowsIdentity]::GetCurrent(); [pscustomobject]@{ name = $me.Name; sid = $me.User.Value }',
  )
}

/** What a probe saw, beside what a tool says of the same. */
export interface Comparison<Row, Seen> {
  readonly seen: Seen
  /** What the tool said both before and after: the probe must have seen it. */
  readonly lasting: readonly Row[]
  /** What the tool said before or after: the probe can have seen nothing else. */
  readonly ever: readonly Row[]
}

/** Reads between two answers of a tool, because a running server does not stand still. */
export async function compare<Row, Seen>(ask: () => Promise<readonly Row[]>, read: () => Promise<Seen>): Promise<Comparison<Row, Seen>> {
  const before = await ask()
  const seen = await read()
  const after = await ask()
  const then = new Set(before.map((row) => JSON.stringify(row)))
  return { seen, lasting: after.filter((row) => then.has(JSON.stringify(row))), ever: [...before, ...after] }
}

/** How often each text is there, without regard to case. */
export function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1)
  return counts
}

/** Texts that are in `wanted` more often than in `found`. */
export function missingFrom(found: readonly string[], wanted: readonly string[]): readonly string[] {
  const there = counted(found)
  return [...counted(wanted)].flatMap(([text, count]) => (count > (there.get(text) ?? 0) ? [text] : []))
}

/** A folder for as long as `use` runs. */
export async function withFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'erpchk-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
