/** What the command line says about the desktop app, in English. */
export const appCliTextsEn = {
  'cli/short/app': 'open the desktop app that is installed here',
  'cli/about/app':
    'Opens the desktop app where it is installed on this machine. Without it, “erp-checkup serve --open” shows the same in the browser.',
  'cli/exit/app': '0   the app was started\n2   wrong usage, or the app is not installed here\n70  a fault of our own',
  'cli/examples/app': 'erp-checkup app',
  'cli/app/started': 'The app was started.',
  'cli/error/no-app':
    'the desktop app is not installed here: install it with erp-checkup-{{version}}-setup.exe from where this program came from, or run: erp-checkup serve --open',
  'cli/error/app-refused': '{{program}}: expected a program that can be started, but the system says {{code}}',
} as const
