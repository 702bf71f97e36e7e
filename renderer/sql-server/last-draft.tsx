import { createContext, type ReactNode, type RefObject, use, useRef } from 'react'

import { emptyDraft, type SqlDraft } from './draft.ts'

const LastDraft = createContext<RefObject<SqlDraft> | null>(null)

/** Remembers as long as the page is open where somebody signed in and as whom, so that only the password is typed again. */
export function LastDraftProvider({ children }: { readonly children: ReactNode }) {
  return <LastDraft value={useRef(emptyDraft)}>{children}</LastDraft>
}

/** Without a provider nothing is remembered. */
export function useLastDraft(): RefObject<SqlDraft> {
  const own = useRef(emptyDraft)
  return use(LastDraft) ?? own
}
