import { lateScreen } from './late-screen.tsx'
import type { Route } from './route-context.tsx'

const screens = {
  start: lateScreen(async () => (await import('../start/start-screen.tsx')).StartScreen),
  setup: lateScreen(async () => (await import('../setup/setup-screen.tsx')).SetupScreen),
  scan: lateScreen(async () => (await import('../scan/scan-screen.tsx')).ScanScreen),
  checklists: lateScreen(async () => (await import('../checklists/checklists-screen.tsx')).ChecklistsScreen),
  rotation: lateScreen(async () => (await import('../rotation/rotation-screen.tsx')).RotationScreen),
  'rotation-run': lateScreen(async () => (await import('../rotation/rotation-run-screen.tsx')).RotationRunScreen),
  certificate: lateScreen(async () => (await import('../certificate/certificate-screen.tsx')).CertificateScreen),
  history: lateScreen(async () => (await import('../history/history-screen.tsx')).HistoryScreen),
  changes: lateScreen(async () => (await import('../history/changes-screen.tsx')).ChangesScreen),
  passwords: lateScreen(async () => (await import('../passwords/passwords-screen.tsx')).PasswordsScreen),
  'stored-passwords': lateScreen(async () => (await import('../stored-passwords/stored-passwords-screen.tsx')).StoredPasswordsScreen),
  settings: lateScreen(async () => (await import('../settings/settings-screen.tsx')).SettingsScreen),
  about: lateScreen(async () => (await import('../about/about-screen.tsx')).AboutScreen),
} as const

/** Fetches a screen before it is shown. A fetch that fails is tried again when the screen is opened. */
export async function fetchScreen(name: Route['screen']): Promise<void> {
  await screens[name].fetch().catch(() => undefined)
}

/** Fetches all the others, one after the other, while nothing else is going on. */
export async function fetchScreens(): Promise<void> {
  for (const name of Object.keys(screens) as Route['screen'][]) await fetchScreen(name)
}

/** The screen of a route. */
export function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'start':
      return <screens.start.Screen />
    case 'setup':
      return <screens.setup.Screen id={route.id} />
    case 'scan':
      return <screens.scan.Screen id={route.id} probes={route.probes} item={route.item} ask={route.ask} />
    case 'checklists':
      return <screens.checklists.Screen id={route.id} item={route.item} />
    case 'rotation':
      return <screens.rotation.Screen id={route.id} />
    case 'rotation-run': {
      const { Screen: Run } = screens['rotation-run']
      return <Run run={route.run} />
    }
    case 'certificate':
      return <screens.certificate.Screen id={route.id} />
    case 'history':
      return <screens.history.Screen />
    case 'changes':
      return <screens.changes.Screen id={route.id} before={route.before} after={route.after} />
    case 'passwords':
      return <screens.passwords.Screen />
    case 'stored-passwords': {
      const { Screen: StoredPasswords } = screens['stored-passwords']
      return <StoredPasswords />
    }
    case 'settings':
      return <screens.settings.Screen />
    case 'about':
      return <screens.about.Screen />
  }
}
