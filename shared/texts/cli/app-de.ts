/** What the command line says about the desktop app, in German. */
export const appCliTextsDe = {
  'cli/short/app': 'die hier installierte Desktop-App öffnen',
  'cli/about/app':
    'Öffnet die Desktop-App, wo sie auf diesem Rechner installiert ist. Ohne sie zeigt „erp-checkup serve --open“ dasselbe im Browser.',
  'cli/exit/app': '0   die App wurde gestartet\n2   falsche Benutzung, oder die App ist hier nicht installiert\n70  ein eigener Fehler',
  'cli/examples/app': 'erp-checkup app',
  'cli/app/started': 'Die App wurde gestartet.',
  'cli/error/no-app':
    'die Desktop-App ist hier nicht installiert: mit erp-checkup-{{version}}-setup.exe von dort installieren, woher dieses Programm kam, oder ausführen: erp-checkup serve --open',
  'cli/error/app-refused': '{{program}}: ein Programm erwartet, das sich starten lässt, aber das System sagt {{code}}',
} as const
