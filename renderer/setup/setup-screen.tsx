import { useEffect, useState } from 'react'

import type { CaseView, Suggestion } from '#shared/contract/index.ts'
import { useCore } from '../client/core-context.tsx'
import { useCase } from '../client/use-case.ts'
import { PageTitle } from '../components/page-title.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { SetupForm } from './setup-form.tsx'

/** What only a person can tell about the server: asked once, with every guess that the facts allow. */
export function SetupScreen({ id }: { readonly id: string }) {
  const { view, failure, reload } = useCase(id)
  const suggestions = useSuggestions(view)
  const { text } = useTexts()
  if (failure !== null)
    return (
      <>
        <PageTitle title={text('frame/nav-setup')} />
        <StateFailure failure={failure} retry={reload} />
      </>
    )
  if (view === null) return <StateLoading />
  return <SetupForm key={view.id} view={view} suggestions={suggestions} />
}

/** Guesses help, nothing rests on them: the form is there without, and where they cannot be had it stays so. */
function useSuggestions(view: CaseView | null): readonly Suggestion[] {
  const core = useCore()
  const { language } = useTexts()
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  const id = view?.id
  useEffect(() => {
    if (id === undefined) return
    let wanted = true
    core.cases.suggestions({ id, language }).then(
      (found) => {
        if (wanted) setSuggestions(found)
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [core, id, language])
  return suggestions
}
