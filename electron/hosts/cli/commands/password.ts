import type { Command } from 'commander'
import { oneLine } from '#electron/core/outcome.ts'
import type { PasswordVerdict, WeakReason } from '#shared/passwords/grade.ts'
import { DEFAULT_LENGTH, longestFor, MINIMUM_LENGTH, type PasswordTarget, passwordTargets } from '#shared/passwords/policy.ts'
import { wrapText } from '#shared/report/text-layout.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { refuse, refuseUsage, remark, type Session, type SharedOptions } from '../session.ts'
import type { Say } from '../speech.ts'
import { quoted } from './check-options.ts'
import { choose } from './choose.ts'
import { helpAfter } from './help-after.ts'

interface PasswordOptions extends SharedOptions {
  readonly length?: string
  readonly for?: string
  readonly grade?: true
}

type Finish = (status: Promise<ExitStatus>) => Promise<void>

/** Wider lines are hard to read. */
const WIDEST = 110

const BULLET = '  - '

export function addPassword(program: Command, session: Session, finish: Finish): Command {
  const { say } = session
  const limits = { minimum: MINIMUM_LENGTH, usual: DEFAULT_LENGTH, windows: longestFor('windows'), sql: longestFor('sql-server') }
  return program
    .command('password')
    .summary(say('cli/short/password'))
    .description(say('cli/about/password'))
    .option('--length <N>', say('cli/option/password-length', limits))
    .option('--for <TARGET>', say('cli/option/password-for', limits))
    .option('--grade', say('cli/option/password-grade'))
    .addHelpText('after', helpAfter(say, 'cli/exit/password', 'cli/examples/password'))
    .action((_options: PasswordOptions, command: Command) => finish(runPassword(session, command.optsWithGlobals())))
}

async function runPassword(session: Session, options: PasswordOptions): Promise<ExitStatus> {
  const { say } = session
  const target = targetOf(say, options.for)
  if (!target.ok) return await refuseUsage(session, target.line)
  if (options.grade !== true) return await generate(session, options, target.value)
  if (options.length !== undefined) return await refuseUsage(session, say('cli/password/length-with-grade'))
  return await grade(session, options, target.value)
}

function targetOf(
  say: Say,
  given: string | undefined,
): ReturnType<typeof choose<PasswordTarget>> | { readonly ok: true; readonly value: null } {
  return given === undefined ? { ok: true, value: null } : choose(say, '--for', quoted(given), passwordTargets)
}

async function generate(session: Session, options: PasswordOptions, target: PasswordTarget | null): Promise<ExitStatus> {
  const { core, say, terminal } = session
  const limit = longestFor(target)
  const length = lengthIn(options.length, limit)
  if (length === null) {
    const params = { minimum: MINIMUM_LENGTH, limit, target: targetInWords(say, target), given: quoted(oneLine(options.length ?? '')) }
    return await refuseUsage(session, say('cli/password/length', params))
  }
  await terminal.output.write(`${await core.passwords.generate(length)}\n`)
  await remark(session, options, say('cli/password/made'))
  return exitStatus.done
}

/** Null: no length that a password may have. */
function lengthIn(given: string | undefined, limit: number): number | null {
  if (given === undefined) return DEFAULT_LENGTH
  if (!/^\d{1,9}$/.test(given)) return null
  const length = Number(given)
  return length >= MINIMUM_LENGTH && length <= limit ? length : null
}

async function grade(session: Session, options: PasswordOptions, target: PasswordTarget | null): Promise<ExitStatus> {
  const { core, say, terminal } = session
  const secret = await core.passwords.readSecret({
    ask: () => terminal.errors.write(say('cli/password/ask')),
    answered: () => terminal.errors.write('\n'),
  })
  if (secret.kind === 'refused') return await refuse(session, say(`cli/password/refused/${secret.reason}`))
  if (secret.kind === 'unreadable') return await refuse(session, say('cli/password/refused/unreadable', { code: secret.code }))
  const verdict = await core.passwords.grade(secret.text, target)
  const width = Math.min(WIDEST, terminal.output.columns)
  await terminal.output.write(
    `${linesOf(say, verdict, target, options)
      .flatMap((line) => wrapped(line, width))
      .join('\n')}\n`,
  )
  return verdict.grade === 'weak' ? exitStatus.gaps : exitStatus.done
}

function linesOf(say: Say, verdict: PasswordVerdict, target: PasswordTarget | null, options: PasswordOptions): readonly string[] {
  const lines = [say(`cli/password/grade/${verdict.grade}`), ...verdict.reasons.map((reason) => `${BULLET}${reasonInWords(say, reason)}`)]
  if (options.quiet === true) return lines
  if (verdict.grade === 'weak') {
    const command = `erp-checkup password${target === null ? '' : ` --for ${target}`}`
    return [...lines, say('cli/password/next', { command })]
  }
  return [...lines, ...verdict.remarks.map((key) => `${BULLET}${say(`cli/password/remark/${key}`)}`)]
}

function reasonInWords(say: Say, reason: WeakReason): string {
  switch (reason.key) {
    case 'too-short':
      return say('cli/password/reason/too-short', { length: reason.length, minimum: reason.minimum })
    case 'too-long':
      return say('cli/password/reason/too-long', { length: reason.length, limit: reason.limit, target: targetInWords(say, reason.target) })
    case 'pattern':
      return say(`cli/password/pattern/${reason.pattern}`)
    default:
      return say(`cli/password/reason/${reason.key}`)
  }
}

function targetInWords(say: Say, target: PasswordTarget | null): string {
  return say(`cli/password/target/${target ?? 'any'}`)
}

function wrapped(line: string, width: number): readonly string[] {
  const indent = line.startsWith(BULLET) ? BULLET : ''
  return wrapText(line.slice(indent.length), Math.max(20, width - indent.length)).map(
    (part, index) => `${index === 0 ? indent : ' '.repeat(indent.length)}${part}`,
  )
}
