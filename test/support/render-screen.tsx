import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { configure, render } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import { AnnounceProvider } from '#renderer/app/announce.tsx'
import { NavigationProvider, type Route } from '#renderer/app/route-context.tsx'
import { SettingsProvider } from '#renderer/app/settings-context.tsx'
import { CoreProvider } from '#renderer/client/core-context.tsx'
import { TextProvider } from '#renderer/texts/text-context.tsx'
import type { About, Language, Settings } from '#shared/contract/index.ts'
import { screenTexts } from '#shared/texts/screens/index.ts'
import { aboutWindowsServer, type FakeCore, fakeCore, plainSettings } from './fake-core.ts'

/** A screen that is loaded late takes seconds on a busy machine; a wait ends as soon as it is there. */
configure({ asyncUtilTimeout: 10_000 })

export interface ScreenParts {
  readonly fake?: FakeCore
  readonly route?: Route
  readonly language?: Language
  readonly settings?: Partial<Settings>
  readonly about?: Partial<About>
}

export interface RenderedScreen {
  readonly fake: FakeCore
  /** where the screen sent the person, in order; `back` stands for the way back */
  readonly visited: readonly (Route | 'back')[]
  /** changes of the settings that the screen kept */
  readonly saved: readonly Partial<Settings>[]
}

/** Shows one screen with everything that the frame gives it, over a core in memory. */
export function renderScreen(screen: ReactElement, parts: ScreenParts = {}): RenderedScreen {
  const { fake = fakeCore(), route = { screen: 'start' }, language = 'en' } = parts
  const visited: (Route | 'back')[] = []
  const saved: Partial<Settings>[] = []
  const navigation = {
    route,
    go: (to: Route) => {
      visited.push(to)
    },
    back: () => {
      visited.push('back')
    },
  }
  const settings = {
    settings: { ...plainSettings, ...parts.settings },
    about: { ...aboutWindowsServer, ...parts.about },
    save: async (change: Partial<Settings>) => {
      saved.push(change)
    },
  }
  function Frame({ children }: { readonly children: ReactNode }) {
    return (
      <FluentProvider theme={webLightTheme}>
        <TextProvider language={language} catalogue={screenTexts[language]}>
          <CoreProvider core={fake.core}>
            <SettingsProvider value={settings}>
              <NavigationProvider navigation={navigation}>
                <AnnounceProvider>{children}</AnnounceProvider>
              </NavigationProvider>
            </SettingsProvider>
          </CoreProvider>
        </TextProvider>
      </FluentProvider>
    )
  }
  render(screen, { wrapper: Frame })
  return { fake, visited, saved }
}
