import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useMemo, useRef, useState } from 'react'

import type { CaseView, Suggestion } from '#shared/contract/index.ts'
import { useAnnounce } from '../app/announce.tsx'
import { useNavigation } from '../app/route-context.tsx'
import { useSettings } from '../app/settings-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { PageTitle } from '../components/page-title.tsx'
import { SampleBanner } from '../components/sample-banner.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { draftOf, profileOf } from './draft.ts'
import { type Form, FormProvider, fieldId } from './form-context.tsx'
import { type Problems, problemsOf } from './problems.ts'
import {
  DeploymentSection,
  ErpSection,
  OrganisationSection,
  PacksSection,
  RemoteAccessSection,
  ReviewSection,
  WebSection,
} from './sections.tsx'
import { accept, acceptAll, newOnes } from './suggestions.ts'
import { ToolsSection } from './tools-section.tsx'

/** The checklists that every server has; the others are packs. */
const CORE_CHECKLISTS: readonly string[] = ['remote-access', 'designated-users', 'unused-sync-tool']

const useStyles = makeStyles({
  notes: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginBlockEnd: tokens.spacingVerticalL },
  end: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

export function SetupForm({ view, suggestions }: { readonly view: CaseView; readonly suggestions: readonly Suggestion[] }) {
  const core = useCore()
  const { text, language } = useTexts()
  const { settings } = useSettings()
  const { go } = useNavigation()
  const announce = useAnnounce()
  const act = useAct()
  const styles = useStyles()
  const [draft, setDraft] = useState(() => draftOf(view.profile, settings))
  const [isTried, setTried] = useState(false)
  const heading = useRef<HTMLDivElement>(null)
  const problems: Problems = useMemo(() => (isTried ? problemsOf(draft) : new Map()), [isTried, draft])
  const offered = newOnes(draft, suggestions)
  const form: Form = {
    draft,
    change: (change) => setDraft((before) => ({ ...before, ...change })),
    problem: (field) => {
      const problem = problems.get(field)
      return problem === undefined ? undefined : text(problem.key, problem.params)
    },
    suggestions: (field) => offered.filter((suggestion) => suggestion.field === field),
    accept: (suggestion) => setDraft((before) => accept(before, suggestion)),
  }

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const found = problemsOf(draft)
    const [first] = found.keys()
    if (first !== undefined) {
      announce(text('setup/problems', { count: found.size }))
      document.getElementById(fieldId(first))?.focus()
      return
    }
    act.run(async () => {
      await core.cases.saveProfile({ id: view.id, language, profile: profileOf(draft, view.profile) })
      go({ screen: 'checklists', id: view.id })
    })
  }

  return (
    <FormProvider value={form}>
      <SampleBanner view={view} />
      <PageTitle title={text('setup/title', { server: view.server })} lead={text('setup/lead')} />
      <div ref={heading} tabIndex={-1} className={styles.notes}>
        <AcceptAll
          count={offered.length}
          onAccept={() => {
            setDraft((before) => acceptAll(before, offered))
            announce(text('setup/accepted-all', { count: offered.length }))
            heading.current?.focus()
          }}
        />
      </div>
      <form noValidate onSubmit={save}>
        <OrganisationSection />
        <ErpSection />
        <DeploymentSection />
        <ToolsSection />
        <RemoteAccessSection />
        <WebSection />
        <PacksSection packs={view.checklists.filter(({ id }) => !CORE_CHECKLISTS.includes(id))} />
        <ReviewSection />
        {act.failure === null ? null : (
          <div className={styles.notes}>
            <StateFailure failure={act.failure} />
          </div>
        )}
        <div className={styles.end}>
          <Button type="submit" appearance="primary" size="large" disabledFocusable={act.busy}>
            {text('setup/save')}
          </Button>
          {problems.size === 0 ? null : <span>{text('setup/problems', { count: problems.size })}</span>}
        </div>
      </form>
    </FormProvider>
  )
}

function AcceptAll({ count, onAccept }: { readonly count: number; readonly onAccept: () => void }) {
  const { text } = useTexts()
  if (count < 2) return null
  return (
    <MessageBar layout="multiline" politeness="polite">
      <MessageBarBody>{text('setup/suggestions', { count })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAccept}>{text('setup/accept-all', { count })}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
