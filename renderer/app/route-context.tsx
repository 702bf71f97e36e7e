import { createContext, type ReactNode, use } from 'react'

/** `ask`: the sign-in to SQL Server is chosen first. SECURITY: what is typed there never becomes part of a route, which the window keeps. */
interface ScanRoute {
  readonly screen: 'scan'
  readonly id: string | null
  readonly probes: readonly string[] | null
  readonly item?: string
  readonly ask?: true
}

/** Where a person is. Ids are those of cases; `item` is the check that is open, `run` the password change. */
export type Route =
  | { readonly screen: 'start' }
  | { readonly screen: 'setup'; readonly id: string }
  | ScanRoute
  | { readonly screen: 'checklists'; readonly id: string; readonly item?: string }
  | { readonly screen: 'rotation'; readonly id: string }
  | { readonly screen: 'rotation-run'; readonly run: string; readonly id?: string }
  | { readonly screen: 'certificate'; readonly id: string }
  | { readonly screen: 'history' }
  | { readonly screen: 'changes'; readonly id: string; readonly before: string | null; readonly after: string | null }
  | { readonly screen: 'passwords' }
  | { readonly screen: 'stored-passwords' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'about' }

export interface Navigation {
  readonly route: Route
  readonly go: (route: Route) => void
  readonly back: () => void
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ navigation, children }: { readonly navigation: Navigation; readonly children: ReactNode }) {
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (navigation === null) throw new Error('there is no navigation above this component')
  return navigation
}
