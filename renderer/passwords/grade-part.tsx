import { Body1, Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { ShieldQuestionRegular } from '@fluentui/react-icons/svg/shield-question'
import { useEffect, useRef, useState } from 'react'

import { gradeBrought, type PasswordVerdict } from '#shared/passwords/grade.ts'
import { namesOf } from '#shared/passwords/rules.ts'
import { useAnnounce } from '../app/announce.tsx'
import { SecretField } from '../components/secret-field.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { estimateStrength } from './estimate-strength.ts'
import { GradeVerdict } from './grade-verdict.tsx'
import type { Owner } from './owner.ts'
import { SECRET_LIMIT_MS } from './use-passing-secret.ts'

/** No target takes more than 128 characters: what is longer is a file or a page that was pasted by mistake. */
const LONGEST_GRADED = 4096

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  act: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  next: { alignSelf: 'flex-start' },
})

type Problem = 'empty' | 'too-long' | 'over'

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'working' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'graded'; readonly verdict: PasswordVerdict }

const NONE: Outcome = { kind: 'none' }

/** Grades a password that a person brings. It is read from its field once, when it is graded, and nowhere kept. */
export function GradePart({ owner, onGenerate }: { readonly owner: Owner; readonly onGenerate: () => void }) {
  const { text } = useTexts()
  const announce = useAnnounce()
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const running = useRef<AbortController>(null)
  const cleared = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [outcome, setOutcome] = useState<Outcome>(NONE)

  function stop(next: Outcome) {
    running.current?.abort()
    setOutcome(next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a verdict holds for the login that it was made for
  useEffect(() => () => stop(NONE), [owner])
  useEffect(() => () => clearTimeout(cleared.current), [])

  function onInput() {
    stop(NONE)
    clearTimeout(cleared.current)
    cleared.current = setTimeout(() => {
      if (input.current !== null) input.current.value = ''
      setOutcome((before) => (before.kind === 'none' ? { kind: 'problem', problem: 'over' } : before))
    }, SECRET_LIMIT_MS)
  }

  async function grade() {
    const password = input.current?.value ?? ''
    if (password === '' || password.length > LONGEST_GRADED) {
      stop({ kind: 'problem', problem: password === '' ? 'empty' : 'too-long' })
      input.current?.focus()
      return
    }
    stop({ kind: 'working' })
    const controller = new AbortController()
    running.current = controller
    try {
      const estimate = await estimateStrength(password, controller.signal)
      if (controller.signal.aborted) return
      const verdict = gradeBrought({ password, target: owner.target, names: namesOf(owner), isUnique: null, estimate })
      setOutcome({ kind: 'graded', verdict })
      announce(text('passwords/graded', { grade: text(`passwords/grade/${verdict.grade}`) }))
    } catch {
      // SECURITY: what was thrown is dropped; whatever shows or logs errors never sees it.
      if (!controller.signal.aborted) setOutcome({ kind: 'failed' })
    }
  }

  const isWorking = outcome.kind === 'working'
  const problem = outcome.kind === 'problem' ? text(`passwords/problem/${outcome.problem}`, { seconds: SECRET_LIMIT_MS / 1000 }) : null
  return (
    <div className={styles.area}>
      <Body1>{text('passwords/grade-lead')}</Body1>
      <SecretField
        input={input}
        label={text('passwords/secret')}
        hint={text('passwords/secret-hint')}
        problem={problem}
        onInput={onInput}
        onEnter={() => void grade()}
      />
      <div className={styles.act}>
        <Button appearance="primary" icon={<ShieldQuestionRegular />} disabledFocusable={isWorking} onClick={() => void grade()}>
          {text('passwords/grade')}
        </Button>
        {isWorking ? <Spinner size="tiny" label={text('passwords/grading')} /> : null}
      </div>
      {outcome.kind === 'failed' ? (
        <StateFailure failure={{ code: 'FAULT', line: text('passwords/grade-failed') }} retry={() => void grade()} />
      ) : null}
      {outcome.kind === 'graded' ? (
        <GradeVerdict
          verdict={outcome.verdict}
          action={
            outcome.verdict.grade === 'weak' ? (
              <>
                <span>{text('passwords/weak-next')}</span>
                <Button className={styles.next} onClick={onGenerate}>
                  {text('passwords/weak-generate')}
                </Button>
              </>
            ) : null
          }
        />
      ) : null}
    </div>
  )
}
