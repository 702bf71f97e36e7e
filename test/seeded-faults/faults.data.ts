/** A fault that is put into our own source while tests run on it, and never stands in the tree. */
export interface SeededFault {
  readonly id: string
  readonly file: string
  /** stands in the file exactly once */
  readonly text: string
  readonly replacement: string
  /** tests that have to notice it */
  readonly tests: readonly string[]
  /** part of the names of those tests; absent: all in these files */
  readonly named?: string
}

/** The shortest courses of the faults of a change, and of a way back. */
const SHORT_COURSE = 'no password is lost: a reset without a pause$'
const SHORT_WAY_BACK = 'no password is lost: a new user beside'

export const seededFaults: readonly SeededFault[] = [
  {
    id: 'an act is done before the journal knows of it',
    file: 'electron/rotation/conductor.ts',
    text: `    if (intent.before !== null) await startAct(intent.before as Fact)
    // What is begun may know more: until when it has to be watched.
    const begun = view(rotation()).intent ?? intent
    const outcome = await inTime(ports, begun, plan, said)
`,
    replacement: `    const outcome = await inTime(ports, intent, plan, said)
    if (intent.before !== null) await startAct(intent.before as Fact)
    const begun = view(rotation()).intent ?? intent
`,
    tests: ['test/electron/rotation/conductor.test.ts'],
  },
  {
    id: 'an entry of the journal is not flushed',
    file: 'electron/rotation/journal-writer.ts',
    text: 'const notSynced = await codeOfFailure(() => state.file.sync())',
    replacement: 'const notSynced = null',
    tests: ['test/electron/rotation/conductor-faults.test.ts'],
    named: SHORT_COURSE,
  },
  {
    id: 'the head is kept before the entry is written',
    file: 'electron/rotation/journal-writer.ts',
    text: '  const fault = await writeThrough(state, ports.files, line)\n',
    replacement: `  await ports.heads?.write(state.id, entry.sequence, entry.hash)
  const fault = await writeThrough(state, ports.files, line)
`,
    tests: ['test/electron/rotation/conductor-faults.test.ts'],
    named: SHORT_COURSE,
  },
  {
    id: 'the old password is deleted at once',
    file: 'electron/rotation/conductor.ts',
    text: 'const early = intent.notBefore !== null && ports.now() < new Date(intent.notBefore)',
    replacement: 'const early = false',
    tests: ['test/electron/rotation/conductor.test.ts'],
  },
  {
    id: 'the grace of the old password is left out',
    file: 'shared/rotation/intent.ts',
    text: 'laterBy(callEndedAt, graceDays * DAY_MS)',
    replacement: 'callEndedAt',
    tests: ['test/electron/rotation/conductor.test.ts', 'test/shared/rotation/replay.test.ts'],
  },
  {
    id: 'the newest password is deleted with the old ones',
    file: 'electron/rotation/secret-hands.ts',
    text: 'known.entry !== known.newest && ',
    replacement: '',
    tests: ['test/electron/rotation/secret-hands.test.ts'],
  },
  {
    id: 'a password counts as the login’s own although its sign-in failed',
    file: 'electron/rotation/secret-hands.ts',
    text: "return outcome.kind === 'failed' ? outcome : ((await promote(ports, intent)) ?? outcome)",
    replacement: 'return (await promote(ports, intent)) ?? outcome',
    tests: ['test/electron/rotation/secret-hands.test.ts'],
  },
  {
    id: 'a password is used that its person mistyped',
    file: 'electron/rotation/secret-hands.ts',
    text: "if (typed.password !== offered.password) return notYet('differently')",
    replacement: '',
    tests: ['test/electron/rotation/secret-hands.test.ts'],
  },
  {
    id: 'no sign-in proves a new password',
    file: 'shared/rotation/work.ts',
    text: 'return verified === wanted ? null : intentFor(ledger',
    replacement: 'return verified === wanted || wanted > 0 ? null : intentFor(ledger',
    tests: ['test/shared/rotation/replay.test.ts'],
  },
  {
    id: 'a sign-in is tried although only two are left',
    file: 'shared/rotation/sign-ins.ts',
    text: 'const MARGIN_KEPT = 2',
    replacement: 'const MARGIN_KEPT = 1',
    tests: ['test/shared/rotation/replay.test.ts', 'test/shared/rotation/recover.test.ts', 'test/shared/rotation/open.test.ts'],
  },
  {
    id: 'an entry of another change is removed',
    file: 'electron/rotation/secret-hands.ts',
    text: '&& tries.some(isOfTry)',
    replacement: '&& isOfTry !== null',
    tests: ['test/electron/rotation/secret-hands.test.ts'],
  },
  {
    id: 'the world is not asked after an interruption',
    file: 'electron/rotation/conductor.ts',
    text: 'return await hands.ask(question)',
    replacement:
      "return question.about === 'password' ? { about: 'password', login: question.login, holds: 0 } : await hands.ask(question)",
    tests: ['test/electron/rotation/conductor-faults.test.ts'],
    named: SHORT_COURSE,
  },
  {
    id: 'a start mode is not given back',
    file: 'shared/rotation/work.ts',
    text: "if (before?.startMode !== now?.startMode) return intentFor(ledger, 'restore-start-mode', 'app', { service })",
    replacement: '',
    tests: ['test/shared/rotation/replay.test.ts', 'test/electron/rotation/conductor.test.ts'],
  },
  {
    id: 'the password of a login that others use is deleted',
    file: 'electron/rotation/secret-hands.ts',
    text: '&& !isStillUsed(known, planned)',
    replacement: '',
    tests: ['test/electron/rotation/secret-hands.test.ts'],
  },
  {
    id: 'what a change did is forgotten on the way back',
    file: 'electron/rotation/secret-hands.ts',
    text: '({ generation }) => generation > 0)',
    replacement: '({ generation }) => generation > 1)',
    tests: ['test/electron/rotation/conductor-faults.test.ts'],
    named: SHORT_WAY_BACK,
  },
  {
    id: 'a password is stored before the register knows of it',
    file: 'electron/vault/vault.ts',
    text: `  await register.put(generation, record)
  try {
    await store.write(passwordService(owner), generation, password)
`,
    replacement: `  try {
    await store.write(passwordService(owner), generation, password)
    await register.put(generation, record)
`,
    tests: ['test/electron/vault/faults.test.ts'],
  },
  {
    id: 'an entry is matched by the beginning of its name',
    file: 'electron/vault/checked-store.ts',
    text: '(await read(service, entry.account)) === entry.value',
    replacement: 'entry.value !== null',
    tests: ['test/electron/vault/faults.test.ts', 'test/electron/vault/vault.test.ts', 'test/electron/vault/entry-names.test.ts'],
  },
  {
    id: 'the protected window is trusted without the pattern that has to be seen',
    file: 'electron/hosts/desktop/protected-window/self-test.ts',
    text: "if (presence(screens, patterns.ordinary) === 'there') clean += 1",
    replacement: 'if (screens.length >= 0) clean += 1',
    tests: ['test/electron/hosts/desktop/protected-window/self-test.test.ts'],
  },
  {
    id: 'a password on the clipboard goes into its history',
    file: 'electron/win32/clipboard.ts',
    text: '    ...KEEP_OUT.map((name) => [name, zero] as const),\n',
    replacement: '',
    tests: ['test/electron/win32/clipboard.test.ts'],
  },
  {
    id: 'a password is typed into what is no password box',
    file: 'electron/rotation/hand-over/prove-field.ts',
    text: "  if (!focused.value.isPassword) return refusedField('no-password-box')\n",
    replacement: '',
    tests: ['test/electron/rotation/hand-over/into-field.test.ts'],
  },
]

/** A fault that lets a password out, and where it is found. */
export interface SeededLeak extends Omit<SeededFault, 'tests' | 'named'> {
  readonly trace: RegExp
}

const STAGING = '  const staged = await keychain.stage('

export const seededLeaks: readonly SeededLeak[] = [
  {
    id: 'on standard error, in base64',
    file: 'electron/rotation/secret-hands.ts',
    text: STAGING,
    replacement: `  console.error('storing', Buffer.from('x' + password).toString('base64'))\n${STAGING}`,
    trace: /^standard error: plain in base64$/,
  },
  {
    id: 'ten characters of it on standard output',
    file: 'electron/rotation/secret-hands.ts',
    text: STAGING,
    replacement: `  console.log('storing', password.slice(15, 25))\n${STAGING}`,
    trace: /^standard output: a piece of it, plain$/,
  },
  {
    id: 'in a file beside it, in the text of Windows',
    file: 'electron/rotation/secret-hands.ts',
    text: STAGING,
    replacement: `  ;(await import('node:fs')).writeFileSync('swap', Buffer.from(password, 'utf16le'))\n${STAGING}`,
    trace: /^swap: UTF-16$/,
  },
  {
    id: 'as an argument of another program',
    file: 'electron/rotation/secret-hands.ts',
    text: STAGING,
    replacement: `  const idle = ['-e', 'process.stdin.resume()', password]
  ;(await import('node:child_process')).spawn(process.execPath, idle, { stdio: ['pipe', 'ignore', 'ignore'] }).unref()
${STAGING}`,
    trace: /^cmdline: plain$/,
  },
  {
    id: 'into the journal, by the words of an error',
    file: 'electron/rotation/conductor.ts',
    text: "return unknownOutcome(intent, 'fault')",
    replacement: 'return unknownOutcome(intent, String(error).slice(0, 200))',
    trace: /^data\/rotation\/.*\.journal: plain$/,
  },
  {
    id: 'into the note of a fault',
    file: 'electron/core/fault-log.ts',
    text: '  return [oneLine(error.name), ...details,',
    replacement: "  return [oneLine(error.name), Buffer.from(error.message).toString('hex'), ...details,",
    trace: /^state\/erp-checkup\/fault-.*: plain in hex$/,
  },
]
