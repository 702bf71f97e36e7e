import type { CaseView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { TrialBanner } from './trial-banner.tsx'

/** Marks a sample server on every page of it; nothing for a real one. */
export function SampleBanner({ view }: { readonly view: Pick<CaseView, 'sample'> }) {
  const { text } = useTexts()
  return view.sample === null ? null : <TrialBanner words={text('common/sample-banner', { title: view.sample })} />
}
