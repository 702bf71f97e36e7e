import type { serveCliTextsEn } from './serve-en.ts'

/** What the command line and the door page say about the app in this machine's browser, in German. */
export const serveCliTextsDe: { readonly [Key in keyof typeof serveCliTextsEn]: string } = {
  'cli/short/serve': 'die App im Browser dieses Rechners öffnen',
  'cli/about/serve':
    'Zeigt die App in einem Browser dieses Rechners, für Server ohne Desktop-App. Von einem anderen Rechner aus kann sie niemand öffnen: Sie ist nur unter 127.0.0.1 erreichbar, und nur für den einen Browser, der den Link öffnet. Sie endet mit Strg-C oder eine Minute, nachdem ihre letzte Seite geschlossen wurde.',
  'cli/option/port': 'diesen Port benutzen, 1 bis 65535; ohne die Option irgendeinen freien',
  'cli/option/open': 'auch den Browser öffnen, statt nur den Link auszugeben',
  'cli/exit/serve':
    '0   beendet: mit Strg-C, oder weil die Seite geschlossen wurde\n2   falscher Aufruf, oder ein Port, der nicht zu haben ist\n70  ein eigener Fehler',
  'cli/examples/serve': 'erp-checkup serve --lang de\nerp-checkup serve --open\nerp-checkup serve --port 8321',

  'cli/serve/what':
    'ERP Sync Security Checkup läuft für den Browser dieses Rechners. Zum Beenden die Seite schließen oder Strg-C drücken. Der Link gilt einmal und zehn Minuten lang.',
  'cli/serve/opened': 'Der Browser wurde gestartet.',
  'cli/serve/elevated': 'Mit Administratorrechten wird kein Browser gestartet; bitte diesen Link selbst öffnen:',
  'cli/serve/no-browser': 'Hier lässt sich kein Browser starten; bitte diesen Link selbst öffnen:',
  'cli/serve/never-came': 'Der Browser hat die Seite nicht geöffnet; bitte diesen Link selbst öffnen:',
  'cli/serve/stopped/told-to': 'Beendet.',
  'cli/serve/stopped/page-gone': 'Beendet: Die Seite wurde geschlossen.',
  'cli/serve/stopped/never-opened': 'Beendet: Zehn Minuten lang hat niemand den Link geöffnet.',

  'cli/error/port': '--port: erwartet wird eine Zahl von 1 bis 65535, nicht {{given}}',
  'cli/error/port-taken': '--port {{port}}: ein anderes Programm benutzt diesen Port; einen anderen angeben oder die Option weglassen',
  'cli/error/port-not-allowed': '--port {{port}}: dieses System erlaubt den Port nicht; einen anderen angeben oder die Option weglassen',
  'cli/error/any-port': 'dieses System hat keinen freien Port unter 127.0.0.1 hergegeben',
  'cli/error/no-screens': 'die Bildschirmseiten sind nicht gebaut; ausführen: npm run prepare',

  'cli/door/title': 'ERP Sync Security Checkup',
  'cli/door/heading': 'Diese Seite öffnet sich mit ihrem Link',
  'cli/door/what-to-do':
    'Das Terminal, in dem „erp-checkup serve“ läuft, zeigt einen Link, der einmal gilt. Wurde er schon benutzt, dort Strg-C drücken und den Befehl noch einmal starten: Er zeigt einen neuen.',
  'cli/door/no-script': 'Diese App braucht JavaScript. Bitte für diese Seite erlauben und den Link aus dem Terminal noch einmal öffnen.',
}
