import type { Command } from 'commander'
import { documentText } from '#electron/core/inputs.ts'
import type { Outcome } from '#electron/core/outcome.ts'
import type { LoginRefusal } from '#electron/core/rotation/choose-logins.ts'
import type { Rehearsal } from '#electron/core/rotation/compose-change.ts'
import type { RehearsalRequest } from '#electron/core/rotation/rehearsal.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { nearest } from '../nearest.ts'
import { refuse, refuseUsage, type Session, type SharedOptions, usesColour } from '../session.ts'
import { isInstant, quoted } from './check-options.ts'
import { choose } from './choose.ts'
import { helpAfter } from './help-after.ts'

interface RotateOptions extends SharedOptions {
  readonly rehearse?: true
  readonly sample?: string
  readonly profile?: string
  readonly login?: readonly string[]
  readonly newUser?: readonly string[]
  readonly format?: string
  readonly now?: string
}

type Finish = (status: Promise<ExitStatus>) => Promise<void>

type Told = Omit<RehearsalRequest, 'logins' | 'newUsers'>

export function addRotate(program: Command, session: Session, finish: Finish): Command {
  const { say } = session
  const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]
  return program
    .command('rotate')
    .summary(say('cli/short/rotate'))
    .description(say('cli/about/rotate'))
    .argument('[SNAPSHOT]', say('cli/argument/rotate-snapshot'))
    .option('--rehearse', say('cli/option/rehearse'))
    .option('--sample <NAME>', say('cli/option/rotate-sample'))
    .option('--profile <FILE>', say('cli/option/profile'))
    .option('--login <LOGIN>', say('cli/option/rotate-login'), several)
    .option('--new-user <LOGIN=NAME>', say('cli/option/rotate-new-user'), several)
    .option('--format <FORMAT>', say('cli/option/format-diff'))
    .option('--now <ISO>', say('cli/option/rotate-now'))
    .addHelpText('after', helpAfter(say, 'cli/exit/rotate', 'cli/examples/rotate'))
    .action((snapshot: string | undefined, _options: RotateOptions, own: Command) =>
      finish(runRotate(session, snapshot, own.optsWithGlobals())),
    )
}

async function runRotate(session: Session, snapshot: string | undefined, options: RotateOptions): Promise<ExitStatus> {
  const { core, say, terminal } = session
  const format = choose(say, '--format', quoted(options.format ?? 'table'), ['table', 'json'] as const)
  const wrong = format.ok ? wrongUsage(session, snapshot, options) : format.line
  if (!format.ok || wrong !== null) return await refuseUsage(session, wrong ?? '')
  const newUsers = newUsersIn(session, options)
  if (!newUsers.ok) return await refuseUsage(session, newUsers.line)
  const told = await toldBy(session, snapshot, options)
  if (typeof told === 'number') return told
  const rehearsed = await core.rehearse({ ...told, logins: options.login ?? [], newUsers: newUsers.value })
  if (rehearsed.kind === 'no-login') return await refuseUsage(session, say('cli/rotate/no-login'))
  if (rehearsed.kind === 'refused') return await refuseUsage(session, reasonOf(session, rehearsed.refusal, options))
  const { rehearsal } = rehearsed
  await terminal.output.write(format.value === 'json' ? await documentOf(rehearsal) : await tableOf(session, options, rehearsal))
  return { 'could-start': exitStatus.done, stopped: exitStatus.gaps, 'not-known': exitStatus.open }[rehearsal.standing]
}

/** Null: nothing is wrong with what was typed, as far as it can be told before anything is read. */
function wrongUsage({ say }: Session, snapshot: string | undefined, options: RotateOptions): string | null {
  if (options.rehearse !== true) return say('cli/rotate/not-here')
  if (options.sample !== undefined && snapshot !== undefined) return say('cli/rotate/both')
  if (options.sample === undefined && snapshot === undefined) return say('cli/rotate/no-input')
  if (snapshot === '-' && options.profile === '-') return say('cli/rotate/standard-input-twice')
  if (options.now !== undefined && !isInstant(options.now)) return say('cli/error/now', { given: quoted(options.now) })
  return null
}

/** The name comes after the last sign of equality: a login may hold one, a new user's name does not. */
function newUsersIn({ say }: Session, { newUser = [] }: RotateOptions): Outcome<RehearsalRequest['newUsers']> {
  const parts = newUser.map((given) => ({
    given,
    login: given.slice(0, given.lastIndexOf('=')),
    name: given.slice(given.lastIndexOf('=') + 1),
  }))
  const wrong = parts.find(({ given, login, name }) => !given.includes('=') || login.trim() === '' || name.trim() === '')
  if (wrong !== undefined) return { ok: false, line: say('cli/rotate/new-user-form', { given: quoted(wrong.given) }) }
  return { ok: true, value: parts.map(({ login, name }) => ({ login, name: name.trim() })) }
}

/** What the files hold; a status where the person was told why not. */
async function toldBy(session: Session, snapshot: string | undefined, options: RotateOptions): Promise<Told | ExitStatus> {
  const { core } = session
  const profile = options.profile === undefined ? null : await core.readProfile(options.profile)
  if (profile?.ok === false) return await refuse(session, profile.line)
  if (options.sample !== undefined) {
    const sample = await core.openSample(options.sample)
    if (sample === null) return await refuseUsage(session, await reasonNoSample(session, options.sample))
    return { snapshot: sample.snapshot.value, profile: (profile?.value ?? sample.profile).value, now: options.now ?? sample.now }
  }
  const file = await core.readSnapshot(snapshot ?? '')
  if (!file.ok) return await refuse(session, file.line)
  return { snapshot: file.value.value, profile: profile?.value.value ?? null, now: options.now ?? core.now() }
}

async function reasonNoSample({ core, say }: Session, given: string): Promise<string> {
  const known = (await core.samples()).map(({ id }) => id)
  const near = nearest(given, known)
  if (near === undefined) return say('cli/error/unknown-sample', { given: quoted(given), known: known.join(', ') })
  return say('cli/rotate/nearest-sample', { given: quoted(given), nearest: near })
}

function reasonOf({ say }: Session, { given, known, reason }: LoginRefusal, options: RotateOptions): string {
  const named = { given: quoted(given), option: options.login?.includes(given) === true ? '--login' : '--new-user' }
  if (reason === 'ambiguous') return say('cli/rotate/ambiguous-login', { ...named, known: known.join(', ') })
  const near = nearest(given, known) ?? nearestBare(given, known)
  return near === undefined
    ? say('cli/rotate/unknown-login', { ...named, known: known.join(', ') })
    : say('cli/rotate/nearest-login', { ...named, nearest: near })
}

/** A name that was typed without its kind and place is held against names without them. */
function nearestBare(given: string, known: readonly string[]): string | undefined {
  const bare = (name: string): string => name.replace(/^.*[:\\]/, '')
  const near = nearest(bare(given), known.map(bare))
  return known.find((name) => bare(name) === near)
}

async function documentOf(rehearsal: Rehearsal): Promise<string> {
  const { rehearsalDocument } = await import('#electron/core/rotation/rehearsal-document.ts')
  return documentText(rehearsalDocument(rehearsal))
}

async function tableOf(session: Session, options: RotateOptions, rehearsal: Rehearsal): Promise<string> {
  const { rehearsalTable } = await import('../rehearsal-table.ts')
  const { createTranslator } = await import('#shared/texts/translator.ts')
  const layout = { width: session.terminal.output.columns, colour: usesColour(session, options) }
  return rehearsalTable(rehearsal, createTranslator(session.language), layout)
}
