import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { StateLoading } from '../components/state-loading.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { useToast } from './announce.tsx'
import { type Arrival, ArrivalProvider } from './arrival.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useMediaQuery } from './media-query.ts'
import { NavigationPanel } from './navigation-panel.tsx'
import { caseOf, pageGroups } from './pages.ts'
import { PlainPage } from './plain-page.tsx'
import { NavigationProvider, type Route } from './route-context.tsx'
import { fetchScreens, Screen } from './screens.tsx'
import { useSettings } from './settings-context.tsx'
import { keepSingleKey, readSingleKey } from './single-key.ts'
import { MAIN_ID, SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'
import { useHistory } from './use-history.ts'
import { useHostCommands } from './use-host-commands.ts'
import { useShortcuts } from './use-shortcuts.ts'

const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }))

const WIDE = '(min-width: 60rem)'

const useStyles = makeStyles({
  wide: { display: 'grid', gridTemplateColumns: '15rem minmax(0, 1fr)', minHeight: '100vh' },
  side: {
    position: 'sticky',
    insetBlockStart: 0,
    boxSizing: 'border-box',
    height: '100vh',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    padding: tokens.spacingHorizontalM,
    paddingBlockStart: tokens.spacingVerticalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, paddingInline: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  main: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '74rem',
    marginInline: 'auto',
    paddingInline: tokens.spacingHorizontalXXXL,
    paddingBlock: tokens.spacingVerticalXXXL,
    ':focus': { outlineStyle: 'none' },
    '@media (max-width: 40rem)': { paddingInline: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalXL },
  },
})

/** Navigation at the side (or on top of a narrow window) and the screen that is open. */
export function Frame() {
  const { text } = useTexts()
  const styles = useStyles()
  const arrival = useRef<Arrival>({ pending: false }).current
  const navigation = useHistory(arrival)
  const { settings, presenterSwitch } = usePresenter()
  const isWide = useMediaQuery(WIDE)
  const [isListOpen, setListOpen] = useState(false)
  const [singleKey, setSingleKey] = useState(() => readSingleKey(window.localStorage))
  const caseId = useLastCase(navigation.route)
  const groups = useMemo(() => pageGroups(caseId, settings.presenter), [caseId, settings.presenter])
  const pages = useMemo(() => [...groups.top, ...groups.ofCase, ...groups.more], [groups])
  // Left open, the list would cover the page that a person goes to. It is gone first: a page that takes the focus from an open dialog
  // stays hidden from screen readers.
  const leaveList = useCallback(
    (leave: () => void) => () => {
      if (!isListOpen) return leave()
      setListOpen(false)
      requestAnimationFrame(leave)
    },
    [isListOpen],
  )
  const actions = useMemo(
    () => ({
      pages: pages.map((page) => leaveList(() => navigation.go(page.route))),
      presenter: presenterSwitch,
      back: leaveList(navigation.back),
      list: () => setListOpen(true),
      singleKey,
    }),
    [pages, navigation, leaveList, presenterSwitch, singleKey],
  )
  useShortcuts(actions)
  useHostCommands(navigation.go)
  useEffect(() => {
    const waiting = window.requestIdleCallback?.(() => void fetchScreens())
    return () => {
      if (waiting !== undefined) window.cancelIdleCallback(waiting)
    }
  }, [])
  const panel = (onChosen: () => void) => (
    <NavigationPanel
      groups={groups}
      presenter={settings.presenter}
      onChosen={onChosen}
      onPresenter={presenterSwitch}
      onShortcuts={() => setListOpen(true)}
    />
  )

  return (
    <NavigationProvider navigation={navigation}>
      <ArrivalProvider value={arrival}>
        <SkipLink />
        <div className={mergeClasses(isWide && styles.wide)}>
          {isWide ? (
            <header className={styles.side}>
              <p className={styles.name}>{text('frame/first-name')}</p>
              {panel(() => undefined)}
            </header>
          ) : (
            <TopBar panel={panel} />
          )}
          <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
            <ErrorBoundary key={screenKey(navigation.route)} instead={(retry) => <PlainPage words="fault" retry={retry} />}>
              <Suspense fallback={<StateLoading />}>
                <Screen route={navigation.route} />
              </Suspense>
            </ErrorBoundary>
          </main>
        </div>
        {isListOpen ? (
          <Suspense fallback={null}>
            <ShortcutsDialog
              pages={pages.map(({ label }) => text(label))}
              singleKey={singleKey}
              onSingleKey={(on) => {
                keepSingleKey(window.localStorage, on)
                setSingleKey(on)
              }}
              onClose={() => setListOpen(false)}
            />
          </Suspense>
        ) : null}
      </ArrivalProvider>
    </NavigationProvider>
  )
}

function usePresenter() {
  const { settings, save } = useSettings()
  const { text } = useTexts()
  const toast = useToast()
  const presenterSwitch = useMemo(
    () => () => {
      save({ presenter: !settings.presenter }).catch(() => toast(text('frame/not-kept')))
    },
    [save, settings.presenter, toast, text],
  )
  return { settings, presenterSwitch }
}

/** A server stays at hand in the navigation while a person looks at the settings. */
function useLastCase(route: Route): string | null {
  const [last, setLast] = useState(caseOf(route))
  const current = caseOf(route)
  useEffect(() => {
    if (current !== null) setLast(current)
  }, [current])
  return current ?? last
}

/** Another screen, or the same of another server or change, begins anew; an item that opens inside a checklist does not. */
function screenKey(route: Route): string {
  if (route.screen === 'rotation-run') return `${route.screen} ${route.run}`
  return `${route.screen} ${caseOf(route) ?? ''}`
}
