import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react'

import type { Settings } from '#shared/contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { CoreProvider } from '../client/core-context.tsx'
import { LastDraftProvider } from '../sql-server/last-draft.tsx'
import { TextProvider, useTexts } from '../texts/text-context.tsx'
import { AnnounceProvider } from './announce.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { type FirstWords, languageOf } from './first-words.ts'
import { Frame } from './frame.tsx'
import { useMediaQuery } from './media-query.ts'
import { PlainPage } from './plain-page.tsx'
import { SettingsProvider } from './settings-context.tsx'
import { themeOf } from './theme.ts'
import { type EarlyStart, useBeginning } from './use-beginning.ts'

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  alone: { maxWidth: '44rem', marginInline: 'auto', paddingInline: tokens.spacingHorizontalXXL },
  waiting: { paddingBlock: '30vh', color: tokens.colorNeutralForeground2, textAlign: 'center' },
  lost: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 10,
    padding: tokens.spacingVerticalS,
    textAlign: 'center',
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
})

/** The whole page over one connection, from the first moment to the end of the program. */
export function App(props: { readonly connection: Connection; readonly firstWords: FirstWords; readonly early?: EarlyStart }) {
  const { connection, firstWords, early } = props
  const state = useSyncExternalStore(connection.subscribe, connection.state)
  const { beginning, failed, retry } = useBeginning(connection.core, early)
  const settings = beginning?.settings.settings
  const language = beginning?.language ?? languageOf('system', navigator.language)

  // Before the page is seen: a screen reader picks its voice by it.
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])

  function again() {
    connection.retry()
    if (beginning === null) retry()
  }

  return (
    <TextProvider language={language} catalogue={beginning?.catalogue ?? firstWords[language]}>
      <Themed settings={settings}>
        {state === 'ended' ? (
          <Alone words="ended" retry={again} />
        ) : beginning === null ? (
          failed && state === 'open' ? (
            <Alone words="fault" retry={again} />
          ) : (
            <Waiting />
          )
        ) : (
          <ErrorBoundary instead={(tryAgain) => <Alone words="fault" retry={tryAgain} />}>
            {state === 'lost' ? <Lost /> : null}
            <CoreProvider core={connection.core}>
              <SettingsProvider value={beginning.settings}>
                <AnnounceProvider>
                  <LastDraftProvider>
                    <Frame />
                  </LastDraftProvider>
                </AnnounceProvider>
              </SettingsProvider>
            </CoreProvider>
          </ErrorBoundary>
        )}
      </Themed>
    </TextProvider>
  )
}

function Themed({ settings, children }: { readonly settings: Settings | undefined; readonly children: ReactNode }) {
  const styles = useStyles()
  const isDarkSystem = useMediaQuery('(prefers-color-scheme: dark)')
  const { theme = 'system', textSize = 'normal', presenter = false } = settings ?? {}
  const isDark = theme === 'dark' || (theme === 'system' && isDarkSystem)

  useLayoutEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [isDark])

  return (
    <FluentProvider theme={themeOf(isDark, textSize, presenter)} className={styles.page}>
      {children}
    </FluentProvider>
  )
}

function Alone(props: { readonly words: 'ended' | 'fault'; readonly retry: () => void }) {
  const styles = useStyles()
  return (
    <main className={styles.alone}>
      <PlainPage {...props} />
    </main>
  )
}

function Waiting() {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <p role="status" className={styles.waiting}>
      {text('frame/first-connecting')}
    </p>
  )
}

function Lost() {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div role="status" className={styles.lost}>
      {text('frame/first-lost')}
    </div>
  )
}
