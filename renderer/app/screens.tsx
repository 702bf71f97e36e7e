import { type ComponentType, lazy } from 'react'

import type { Route } from './route-context.tsx'

/** Each screen is loaded when it is opened first. */
function late<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}

const StartScreen = late(async () => (await import('../start/start-screen.tsx')).StartScreen)
const SetupScreen = late(async () => (await import('../setup/setup-screen.tsx')).SetupScreen)
const ScanScreen = late(async () => (await import('../scan/scan-screen.tsx')).ScanScreen)
const ChecklistsScreen = late(async () => (await import('../checklists/checklists-screen.tsx')).ChecklistsScreen)
const CertificateScreen = late(async () => (await import('../certificate/certificate-screen.tsx')).CertificateScreen)
const HistoryScreen = late(async () => (await import('../history/history-screen.tsx')).HistoryScreen)
const ChangesScreen = late(async () => (await import('../history/changes-screen.tsx')).ChangesScreen)
const PasswordsScreen = late(async () => (await import('../passwords/passwords-screen.tsx')).PasswordsScreen)
const SettingsScreen = late(async () => (await import('../settings/settings-screen.tsx')).SettingsScreen)
const AboutScreen = late(async () => (await import('../about/about-screen.tsx')).AboutScreen)

/** The screen of a route. */
export function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'start':
      return <StartScreen />
    case 'setup':
      return <SetupScreen id={route.id} />
    case 'scan':
      return <ScanScreen id={route.id} probes={route.probes} item={route.item} />
    case 'checklists':
      return <ChecklistsScreen id={route.id} item={route.item} />
    case 'certificate':
      return <CertificateScreen id={route.id} />
    case 'history':
      return <HistoryScreen />
    case 'changes':
      return <ChangesScreen id={route.id} before={route.before} after={route.after} />
    case 'passwords':
      return <PasswordsScreen />
    case 'settings':
      return <SettingsScreen />
    case 'about':
      return <AboutScreen />
  }
}
