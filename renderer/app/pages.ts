import { CertificateRegular } from '@fluentui/react-icons/svg/certificate'
import { FormRegular } from '@fluentui/react-icons/svg/form'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { HomeRegular } from '@fluentui/react-icons/svg/home'
import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { KeyResetRegular } from '@fluentui/react-icons/svg/key-reset'
import { PasswordRegular } from '@fluentui/react-icons/svg/password'
import { SettingsRegular } from '@fluentui/react-icons/svg/settings'
import { TaskListSquareLtrRegular } from '@fluentui/react-icons/svg/task-list-square-ltr'

import type { Route } from './route-context.tsx'

/** A page that stands in the navigation. */
export interface Page {
  readonly name: Route['screen']
  /** key of its name */
  readonly label: string
  readonly icon: typeof HomeRegular
  readonly route: Route
}

const start: Page = { name: 'start', label: 'frame/nav-start', icon: HomeRegular, route: { screen: 'start' } }

/** What the navigation offers, in its order; `caseId` is the server that was open last. */
export interface PageGroups {
  readonly top: readonly Page[]
  readonly ofCase: readonly Page[]
  readonly more: readonly Page[]
}

/** A presenter's window shows the open server and nothing beside it. */
export function pageGroups(caseId: string | null, presenter: boolean): PageGroups {
  const ofCase: readonly Page[] =
    caseId === null
      ? []
      : [
          { name: 'setup', label: 'frame/nav-setup', icon: FormRegular, route: { screen: 'setup', id: caseId } },
          {
            name: 'checklists',
            label: 'frame/nav-checklists',
            icon: TaskListSquareLtrRegular,
            route: { screen: 'checklists', id: caseId },
          },
          { name: 'rotation', label: 'frame/nav-rotation', icon: KeyResetRegular, route: { screen: 'rotation', id: caseId } },
          { name: 'certificate', label: 'frame/nav-certificate', icon: CertificateRegular, route: { screen: 'certificate', id: caseId } },
        ]
  return { top: [start], ofCase, more: presenter ? [] : sidePages }
}

const sidePages: readonly Page[] = [
  { name: 'history', label: 'frame/nav-history', icon: HistoryRegular, route: { screen: 'history' } },
  { name: 'passwords', label: 'frame/nav-passwords', icon: PasswordRegular, route: { screen: 'passwords' } },
  { name: 'settings', label: 'frame/nav-settings', icon: SettingsRegular, route: { screen: 'settings' } },
  { name: 'about', label: 'frame/nav-about', icon: InfoRegular, route: { screen: 'about' } },
]

/** The server that a route is about; null where it is about none. */
export function caseOf(route: Route): string | null {
  return 'id' in route ? (route.id ?? null) : null
}

/** The page of the navigation that a route belongs to. */
export function pageOf({ screen }: Route): Route['screen'] {
  if (screen === 'changes') return 'history'
  if (screen === 'rotation-run') return 'rotation'
  return screen === 'stored-passwords' ? 'settings' : screen
}
