import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'
import type { CaseLine } from '#shared/contract/index.ts'
import { useToast } from '../app/announce.tsx'
import { useNavigation } from '../app/route-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { StateEmpty } from '../components/state-empty.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useAsked } from '../components/use-asked.ts'
import { useTexts } from '../texts/text-context.tsx'
import { CaseCard } from './case-card.tsx'
import { type HistoryState, useCases } from './use-cases.ts'

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  damaged: { marginBlockEnd: tokens.spacingVerticalL },
  lines: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
})

/** Every server that was opened here, with the checkups that were kept of it. */
export function HistoryScreen() {
  const { text } = useTexts()
  const cases = useCases()
  return (
    <>
      <PageTitle title={text('history/title')} lead={text('history/intro')} />
      {cases.failure === null ? null : <StateFailure failure={cases.failure} retry={cases.reload} />}
      {cases.found === null ? cases.failure === null && <StateLoading /> : <Cases found={cases.found} reload={cases.reload} />}
    </>
  )
}

function Cases({ found, reload }: { readonly found: NonNullable<HistoryState['found']>; readonly reload: () => void }) {
  const { text } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const { asked: leaving, ask, forget } = useAsked<CaseLine>()
  const { busy, failure, remove } = useRemove(reload)
  const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)
  return (
    <>
      <Damaged names={found.damaged} />
      {failure === null ? null : <StateFailure failure={failure} />}
      {found.cases.length > 0 ? null : (
        <StateEmpty
          title={text('history/empty')}
          body={text('history/empty-does')}
          action={
            <Button appearance="primary" onClick={() => go({ screen: 'start' })}>
              {text('history/empty-start')}
            </Button>
          }
        />
      )}
      <div className={styles.cards}>
        {found.cases.map((line) => (
          <CaseCard key={line.id} line={line} today={today} onRemove={ask} />
        ))}
      </div>
      {leaving === null ? null : (
        <ConfirmDialog
          open
          title={text('history/remove-title', { server: leaving.server })}
          body={removalOf(text, leaving.checkups.length)}
          confirm={text('common/remove')}
          busy={busy}
          onCancel={forget}
          onConfirm={() => {
            remove(leaving)
            forget()
          }}
        />
      )}
    </>
  )
}

function removalOf(text: ReturnType<typeof useTexts>['text'], count: number): string {
  return count === 0 ? text('history/remove-body-without') : text('history/remove-body', { count })
}

function useRemove(reload: () => void) {
  const core = useCore()
  const toast = useToast()
  const { language, text } = useTexts()
  const { busy, failure, run } = useAct()
  return {
    busy,
    failure,
    remove: (line: CaseLine) =>
      run(async () => {
        await core.cases.remove({ id: line.id, language })
        toast(text('history/removed', { server: line.server }))
        reload()
        // The button that was pressed goes with its case.
        document.querySelector<HTMLElement>('h1')?.focus()
      }),
  }
}

/** Records that could not be understood are named: nothing is dropped silently. */
function Damaged({ names }: { readonly names: readonly string[] }) {
  const { text } = useTexts()
  const styles = useStyles()
  if (names.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.damaged}>
      <MessageBarBody>
        <MessageBarTitle>{text('history/damaged', { count: names.length })}</MessageBarTitle>
        <ul className={styles.lines}>
          {names.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
