import { Body1, Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { useRef, useState } from 'react'

import { gradeGenerated } from '#shared/passwords/grade.ts'
import { BEST_LENGTH, DEFAULT_LENGTH, longestFor } from '#shared/passwords/policy.ts'
import { namesOf } from '#shared/passwords/rules.ts'
import { useAnnounce } from '../app/announce.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { ClipboardNote, useGuardedClipboard } from './clipboard-note.tsx'
import { generatePassword } from './generate.ts'
import { GradeVerdict } from './grade-verdict.tsx'
import { LengthField, lengthIn } from './length-field.tsx'
import { MadePassword } from './made-password.tsx'
import type { Owner } from './owner.ts'
import { SECRET_LIMIT_MS, usePassingSecret } from './use-passing-secret.ts'

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  act: { alignSelf: 'flex-start' },
})

/** Makes a password for one login and hands it over. */
export function GeneratePart({ owner }: { readonly owner: Owner }) {
  const { text } = useTexts()
  const announce = useAnnounce()
  const styles = useStyles()
  const clipboard = useGuardedClipboard()
  const { secret, isOver, keep } = usePassingSecret()
  const [given, setGiven] = useState(String(DEFAULT_LENGTH))
  const [hasFailed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const lengthInput = useRef<HTMLInputElement>(null)

  const limit = longestFor(owner.target)
  const length = lengthIn(given, limit)
  const names = namesOf(owner)
  const verdict = secret === null ? null : gradeGenerated({ password: secret, target: owner.target, names, isUnique: null })

  function make() {
    if (length === null) {
      lengthInput.current?.focus()
      return
    }
    try {
      keep(generatePassword({ length, names }))
      setFailed(false)
      setRound(round + 1)
      announce(text('passwords/made', { grade: text(`passwords/grade/${length >= BEST_LENGTH ? 'best' : 'good'}`) }))
    } catch {
      // Nothing of it may be shown: the error could hold what was drawn.
      setFailed(true)
    }
  }

  return (
    <div className={styles.area}>
      <Body1>{text('passwords/generate-lead')}</Body1>
      <LengthField value={given} limit={limit} input={lengthInput} onChange={setGiven} />
      <Button className={styles.act} appearance={secret === null ? 'primary' : 'secondary'} icon={<KeyRegular />} onClick={make}>
        {text(secret === null ? 'passwords/generate' : 'passwords/generate-again')}
      </Button>
      {hasFailed ? <StateFailure failure={{ code: 'FAULT', line: text('passwords/generate-failed') }} retry={make} /> : null}
      {secret === null ? null : <MadePassword key={round} password={secret} onCopy={() => clipboard.copy(secret)} />}
      {isOver ? (
        <MessageBar layout="multiline" politeness="polite">
          <MessageBarBody>{text('passwords/over', { seconds: SECRET_LIMIT_MS / 1000 })}</MessageBarBody>
        </MessageBar>
      ) : null}
      <ClipboardNote state={clipboard.state} onClear={clipboard.clear} />
      {verdict === null || secret === null ? null : (
        <GradeVerdict
          verdict={verdict}
          {...because(text, verdict.grade, secret.length)}
          action={<span>{text('passwords/keep-it')}</span>}
        />
      )}
    </div>
  )
}

function because(text: ReturnType<typeof useTexts>['text'], grade: 'good' | 'best' | 'weak', length: number): { because?: string } {
  return grade === 'weak' ? {} : { because: text(`passwords/because/${grade}`, { length, best: BEST_LENGTH }) }
}
