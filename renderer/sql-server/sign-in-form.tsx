import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'

import type { SqlAccess, SqlProblem } from '#shared/contract/index.ts'
import { useSettings } from '../app/settings-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useQuestion } from '../client/use-question.ts'
import { useTexts } from '../texts/text-context.tsx'
import { accessOf, kindsOf, type Need, needsOf, possibleDraft, type SqlDraft, storedLoginsFor } from './draft.ts'
import type { Validation } from './fields.ts'
import { useLastDraft } from './last-draft.tsx'
import { useStored } from './use-stored.ts'
import { WhereFields } from './where-fields.tsx'
import { WhoFields } from './who-fields.tsx'
import { WhoInBrowser } from './who-in-browser.tsx'

/** As long as it takes to fill in the rest: nothing secret stays in a page that somebody left. */
const SECRET_LIMIT_MS = 120_000

/** Without this problem nobody is asked to trust anything. */
const UNTRUSTED = 'certificate-not-trusted'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '40rem',
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  trust: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  text: { margin: 0 },
  act: { alignSelf: 'flex-start' },
})

/** Which SQL Server is read and who signs in. The password is read from its field once, when it is sent, and nowhere kept. */
export function SignInForm(props: {
  /** of the last try: one of them offers a decision */
  readonly problems: readonly SqlProblem[]
  /** what the button says */
  readonly action: string
  readonly onRead: (access: SqlAccess) => void
}) {
  const { problems, action, onRead } = props
  const { text } = useTexts()
  const { about } = useSettings()
  const styles = useStyles()
  const inBrowser = about.host === 'loopback'
  const form = useRef<HTMLFieldSetElement>(null)
  const secret = useSecret()
  const [chosen, change] = useDraft()
  const stored = useStored()
  const storedLogins = storedLoginsFor(chosen, stored.logins, about.machine)
  const draft = possibleDraft(chosen, inBrowser, storedLogins)
  const [needs, setNeeds] = useState<readonly Need[]>([])
  const instances = useInstances()
  const untrusted = problems.filter(({ problem }) => problem === UNTRUSTED).map(({ instance }) => instance)

  const validation = (need: Need): Validation =>
    needs.includes(need) ? { validationState: 'error', validationMessage: text(`sql-server/need/${need}`) } : {}

  function read() {
    const missing = needsOf(draft, secret.peek())
    setNeeds(missing)
    if (missing.length > 0) {
      form.current?.querySelector<HTMLElement>(`[data-need="${missing[0]}"] input`)?.focus()
      return
    }
    const trustCertificate = draft.trustCertificate && untrusted.length > 0
    onRead(accessOf({ ...draft, trustCertificate, keep: draft.keep && stored.canKeep }, secret.take()))
  }

  return (
    <fieldset
      ref={form}
      className={styles.form}
      aria-label={text('sql-server/title')}
      onInput={(event: FormEvent<HTMLElement>) => {
        const need = (event.target as HTMLElement).closest('[data-need]')?.getAttribute('data-need')
        setNeeds((before) => before.filter((each) => each !== need))
      }}
    >
      <WhereFields draft={draft} instances={instances} change={change} validation={validation('other')} />
      <WhoFields
        draft={draft}
        change={change}
        kinds={kindsOf(inBrowser, storedLogins)}
        storedLogins={storedLogins}
        keychain={stored}
        validation={validation}
        secret={secret.input}
        onSecret={secret.typed}
        onEnter={read}
      />
      {inBrowser ? <WhoInBrowser hasStored={storedLogins.length > 0} /> : null}
      {untrusted.length === 0 ? null : <Trust instances={untrusted} draft={draft} change={change} />}
      <Button appearance="primary" className={styles.act} onClick={read}>
        {action}
      </Button>
    </fieldset>
  )
}

interface PartProps {
  readonly draft: SqlDraft
  readonly change: (part: Partial<SqlDraft>) => void
}

function Trust({ instances, draft, change }: PartProps & { readonly instances: readonly string[] }) {
  const { text, list } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.trust}>
      <p className={styles.text}>{text('sql-server/trust-why')}</p>
      <Checkbox
        label={text('sql-server/trust', { instances: list(instances) })}
        checked={draft.trustCertificate}
        onChange={(_event, { checked }) => change({ trustCertificate: checked === true })}
      />
    </div>
  )
}

/** What was chosen last, without the decisions to trust and to keep, which are made each time. */
function useDraft() {
  const last = useLastDraft()
  const [draft, setDraft] = useState<SqlDraft>(() => ({ ...last.current, keep: false, trustCertificate: false }))
  useEffect(() => {
    last.current = draft
  }, [last, draft])
  return [draft, (part: Partial<SqlDraft>) => setDraft((before) => ({ ...before, ...part }))] as const
}

/** Help, not more: where they cannot be had the names are typed. */
function useInstances() {
  const core = useCore()
  const { language } = useTexts()
  return useQuestion(useCallback(() => core.scan.sqlInstances({ language }), [core, language])).found ?? []
}

/** SECURITY: the field owns the password; it is emptied when it is taken, and when somebody leaves it alone. */
function useSecret() {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const empty = () => {
    if (input.current !== null) input.current.value = ''
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    input,
    peek: () => input.current?.value ?? '',
    take: () => {
      const password = input.current?.value ?? ''
      empty()
      return password
    },
    typed: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(empty, SECRET_LIMIT_MS)
    },
  }
}
