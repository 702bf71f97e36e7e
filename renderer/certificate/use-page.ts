import { useCallback } from 'react'

import type { CaseView, Language } from '#shared/contract/index.ts'
import { useCore } from '../client/core-context.tsx'
import { type Question, useQuestion } from '../client/use-question.ts'
import { textOf } from './page-frame.ts'

export type Paper = 'a4' | 'letter'

/** The page of a case as HTML; made again whenever the case, the paper or the language of the page changes. */
export function usePage(view: CaseView, paper: Paper, language: Language): Question<string> {
  const core = useCore()
  const make = useCallback(
    async () => textOf((await core.reports.render({ id: view.id, format: 'html', paper, language })).base64),
    [core, view, paper, language],
  )
  return useQuestion(make)
}
