import type { cliTextsEn } from './en.ts'

/** What the command line says in German, under the same keys as in English. */
export const cliTextsDe: { readonly [Key in keyof typeof cliTextsEn]: string } = {
  'cli/help/usage': 'Aufruf:',
  'cli/help/commands': 'Befehle:',
  'cli/help/arguments': 'Argumente:',
  'cli/help/options': 'Optionen:',
  'cli/help/global-options': 'Überall:',
  'cli/help/examples': 'Beispiele:',
  'cli/help/exit': 'Rückgabewert:',

  'cli/about/program':
    'Stellt fest, wie angreifbar dieser Windows-ERP-Server durch sein ERP-Sync-Tool ist: liest den Server ein, beurteilt ihn und sagt, was zu tun ist. Am Server wird nichts geändert, und nichts wird irgendwohin gesendet.',
  'cli/about/collect':
    'Liest diesen Windows-Server in einen Snapshot ein. Als Administrator ausführen, sonst bleiben Teile ungelesen. Ein Snapshot enthält kein Passwort, keinen Hash und keinen Schlüssel.',
  'cli/about/check':
    'Beurteilt einen Server und sagt zu jedem Punkt, was gefunden wurde und was zu tun ist. Ohne SNAPSHOT und --sample wird zuerst dieser Server eingelesen.',
  'cli/about/samples': 'Listet die mitgelieferten Beispielserver auf: erfundene Daten, um das Programm auf jedem Rechner auszuprobieren.',
  'cli/about/diff': 'Sagt, was sich zwischen zwei Snapshots oder zwei Checkups (aus check --format json) geändert hat.',
  'cli/short/collect': 'diesen Windows-Server in einen Snapshot einlesen',
  'cli/short/check': 'Snapshots, einen Beispielserver oder diesen Server beurteilen',
  'cli/short/samples': 'die Beispielserver auflisten oder als Dateien schreiben',
  'cli/short/diff': 'sagen, was sich zwischen zwei Snapshots oder Checkups geändert hat',

  'cli/argument/snapshot':
    'Snapshot-Datei; mehrere oder ihre Ordner ergeben eine Tabelle aller Server; - liest eine von der Standardeingabe',
  'cli/argument/old': 'der frühere Snapshot oder Checkup; - liest von der Standardeingabe',
  'cli/argument/new': 'der spätere, von derselben Art; - liest von der Standardeingabe',

  'cli/option/help': 'diese Hilfe anzeigen',
  'cli/option/version': 'die Version anzeigen',
  'cli/option/quiet': 'kein Fortschritt, keine Anmerkungen, keine Hinweise: nur das Ergebnis',
  'cli/option/no-colour': 'ohne Farbe (auch: die Variable NO_COLOR oder eine Ausgabe, die kein Terminal ist)',
  'cli/option/lang': 'Sprache dessen, was ein Mensch liest: en oder de; json ist immer Englisch',
  'cli/option/out-snapshot': 'den Snapshot in diese Datei schreiben, nur für Sie lesbar, statt auf die Standardausgabe',
  'cli/option/only': 'nur diese Teile einlesen, durch Kommas getrennt; was fehlt, gilt als nicht erhoben',
  'cli/option/profile-collect': 'Profil dieses Servers: nennt Webadressen, Konnektoren und Benutzer, nach denen gesehen wird',
  'cli/option/sample': 'diesen Beispielserver beurteilen, mit seinem Profil und seinen Antworten',
  'cli/option/profile': 'Profil: Organisation, ERP, Sync-Tools – was nur ein Mensch sagen kann',
  'cli/option/answers': 'Antworten: was bestätigt, beibehalten oder akzeptiert wurde, von wem und bis wann',
  'cli/option/format-check': 'table, json, csv, html oder pdf; ohne Angabe entscheidet die Endung von --out, sonst table',
  'cli/option/out': 'in diese Datei schreiben, nur für Sie lesbar, statt auf die Standardausgabe',
  'cli/option/now':
    'Zeitpunkt der Beurteilung in UTC, etwa 2026-03-01T08:15:00Z, für gleichbleibende Ausgabe; sonst die Uhr oder die Zeit, für die ein Beispiel gemacht ist',
  'cli/option/paper': 'Papier der PDF-Datei: a4 oder letter',
  'cli/option/write': 'jedes Beispiel in einen eigenen Ordner unter diesem schreiben: snapshot.json, profile.json, answers.json',
  'cli/option/format-diff': 'table oder json',

  'cli/exit/check':
    '0   nichts fällt durch und nichts ist offen\n1   mindestens ein Punkt fällt durch\n3   nichts fällt durch, aber etwas ist offen\n2   falscher Aufruf oder nicht lesbare Datei\n70  ein eigener Fehler',
  'cli/exit/other': '0   erledigt\n2   falscher Aufruf oder nicht lesbare Datei\n70  ein eigener Fehler',
  'cli/examples/program':
    'erp-checkup check --sample typical          auf jedem Rechner ausprobieren\nerp-checkup collect --out server.json       auf dem Server, als Administrator\nerp-checkup check server.json               danach, überall\nerp-checkup check --help                    alles über einen Befehl',
  'cli/examples/collect':
    'erp-checkup collect --out server.json\nerp-checkup collect --only services,programs --out teile.json\nerp-checkup collect --sql-server ERP01\\SAGE --sql-login audit --out server.json\nerp-checkup collect --quiet > server.json',
  'cli/examples/check':
    'erp-checkup check --sample typical\nerp-checkup check server.json --profile profil.json --answers antworten.json\nerp-checkup check server.json --out bericht.pdf --lang de\nerp-checkup check kunden --out server.html --lang de\nerp-checkup check server.json --format json --now 2026-03-01T08:15:00Z > checkup.json\nssh server erp-checkup collect | erp-checkup check -',
  'cli/examples/samples':
    'erp-checkup samples\nerp-checkup samples --write beispiele\nerp-checkup check beispiele/typical/snapshot.json --profile beispiele/typical/profile.json',
  'cli/examples/diff': 'erp-checkup diff januar.json maerz.json\nerp-checkup diff januar.json maerz.json --format json',
  'cli/help/diff-json': 'Das JSON:',
  'cli/help/diff-json-shape':
    'kind         snapshots oder checkups\nbefore,after Server, Zeit und bei Checkups der Grad jeder Seite\nnotes        warum beide vielleicht nicht vergleichbar sind\nitems        id, title, checklist, before und after (Urteile; null: fehlt),\n             direction (better, worse, same), Nachweise (evidence) und\n             Antworten (answers), die dazukamen (added) oder wegfielen\n             (removed); Snapshots werden ohne Profil und Antworten beurteilt\nfacts        nur Snapshots: probe, subject, change (added, removed, changed);\n             bei changed auch field, before, after; uncertain: eine Seite\n             nur teilweise gelesen\nnotCompared  nur Snapshots: auf einer Seite nicht gelesene Teile, mit beiden\n             Zuständen',

  'cli/error/unknown-command': 'unbekannter Befehl {{given}}; möglich sind {{known}} – Hilfe: erp-checkup --help',
  'cli/error/nearest-command': 'unbekannter Befehl {{given}}; war {{nearest}} gemeint? Hilfe: erp-checkup {{nearest}} --help',
  'cli/error/unknown-option': 'unbekannte Option {{given}} – Hilfe: erp-checkup {{command}}--help',
  'cli/error/nearest-option': 'unbekannte Option {{given}}; war {{nearest}} gemeint? Hilfe: erp-checkup {{command}}--help',
  'cli/error/no-command': 'kein Befehl angegeben; möglich sind {{known}} – Hilfe: erp-checkup --help',
  'cli/error/missing-value': 'die Option {{option}} braucht einen Wert – Hilfe: erp-checkup {{command}}--help',
  'cli/error/missing-argument': '{{argument}} fehlt – Hilfe: erp-checkup {{command}}--help',
  'cli/error/too-many': 'zu viele Argumente – Hilfe: erp-checkup {{command}}--help',
  'cli/error/wrong-usage': '{{what}} – Hilfe: erp-checkup {{command}}--help',
  'cli/error/choice': '{{option}}: erwartet wird eines von {{known}}, nicht {{given}}',
  'cli/error/not-yet': '{{option}} {{given}} gibt es in dieser Version nicht; möglich sind {{known}}',
  'cli/error/now': '--now: erwartet wird eine Zeit in UTC wie 2026-03-01T08:15:00Z, nicht {{given}}',
  'cli/error/sample-and-snapshot':
    'entweder ein Snapshot oder --sample, nicht beides: erp-checkup check DATEI oder erp-checkup check --sample typical',
  'cli/error/unknown-sample': 'unbekanntes Beispiel {{given}}; möglich sind {{known}} – Liste: erp-checkup samples',
  'cli/error/nearest-sample': 'unbekanntes Beispiel {{given}}; war {{nearest}} gemeint? Aufruf: erp-checkup check --sample {{nearest}}',
  'cli/error/unknown-probe': '--only: unbekannter Teil {{given}}; möglich sind {{known}}',
  'cli/error/nearest-probe': '--only: unbekannter Teil {{given}}; war {{nearest}} gemeint?',
  'cli/error/paper': '--paper gehört zu --format pdf',
  'cli/error/pdf-on-terminal': 'eine PDF-Datei ist kein Text für ein Terminal; Aufruf: erp-checkup check … --format pdf --out bericht.pdf',
  'cli/error/no-windows':
    'dies ist kein Windows-Server, hier gibt es nichts einzulesen; möglich ist: erp-checkup check --sample typical oder: erp-checkup check DATEI',
  'cli/error/standard-input-twice': 'die Standardeingabe lässt sich nur einmal lesen: für eines von beiden einen Dateinamen angeben',
  'cli/error/kinds-differ':
    '{{old}} ist ein {{oldKind}} und {{new}} ist ein {{newKind}}; erwartet werden zwei Snapshots oder zwei Checkups',
  'cli/error/fault': 'ein eigener Fehler; das Protokoll ist {{log}}',
  'cli/error/fault-in-check': 'ein eigener Fehler in der Prüfung {{check}}: nichts wurde beurteilt; das Protokoll ist {{log}}',
  'cli/error/fault-without-log': 'ein eigener Fehler, und es ließ sich kein Protokoll schreiben ({{reason}})',
  'cli/error/fault-in-check-without-log':
    'ein eigener Fehler in der Prüfung {{check}}: nichts wurde beurteilt, und es ließ sich kein Protokoll schreiben ({{reason}})',

  'cli/saved': '{{file}} gespeichert.',
  'cli/collect/reading': 'Server wird eingelesen: {{done}} von {{total}}',
  'cli/collect/unread': 'Nicht gelesen: {{probes}}. Was darauf beruht, wird „nicht geprüft“.',
  'cli/collect/not-elevated': 'Nicht als Administrator ausgeführt: in einem Fenster mit erhöhten Rechten lässt sich mehr lesen.',
  'cli/collect/next': 'Weiter: erp-checkup check {{file}}',
  'cli/check/more': 'Als Seite mit allen Schritten: erp-checkup check {{input}} --lang de --out bericht.html',
  'cli/check/profile': 'Vieles ist offen, weil über den Server nichts gesagt wurde: --profile DATEI angeben ({{example}}).',
  'cli/check/profile-example': 'erp-checkup samples --write ORDNER schreibt Beispiele',

  'cli/samples/try': 'Ausprobieren: erp-checkup check --sample {{sample}} --lang de',
  'cli/samples/written': 'Beispiele nach {{folder}} geschrieben: {{samples}}.',

  'cli/diff/title-snapshots': 'Änderungen zwischen zwei Snapshots',
  'cli/diff/title-checkups': 'Änderungen zwischen zwei Checkups',
  'cli/diff/before': 'Vorher:  {{server}}, {{time}}',
  'cli/diff/after': 'Nachher: {{server}}, {{time}}',
  'cli/diff/grade': 'Grad: {{before}} → {{after}}',
  'cli/diff/nameless': 'Server ohne Namen',
  'cli/diff/nothing': 'Nichts hat sich geändert.',
  'cli/diff/items': 'Punkte',
  'cli/diff/items-of-snapshots': 'Punkte (ohne Profil und Antworten beurteilt)',
  'cli/diff/facts': 'Fakten',
  'cli/diff/not-compared': 'Nicht verglichen',
  'cli/diff/absent': 'fehlt',
  'cli/diff/better': 'besser',
  'cli/diff/worse': 'schlechter',
  'cli/diff/same': 'geändert',
  'cli/diff/uncertain': 'ungewiss: nur teilweise gelesen',
  'cli/diff/answer': 'Antwort „{{kind}}“ von {{by}}',
  'cli/diff/yes': 'ja',
  'cli/diff/no': 'nein',
  'cli/diff/none': 'keine',
  'cli/diff/empty': 'leer',
  'cli/diff/note/other-server': 'Die beiden stammen von verschiedenen Servern.',
  'cli/diff/note/reversed': 'Der erste ist der spätere: die Änderungen lesen sich rückwärts.',
  'cli/diff/note/less-read': 'Der spätere Snapshot entstand ohne Administratorrechte: was darin fehlt, ist vielleicht nur ungelesen.',
  'cli/diff/note/other-catalogue': 'Die beiden wurden mit verschiedenen Katalogen von Fernzugriffsprogrammen beurteilt.',
  'cli/diff/note/other-profile': 'Die beiden wurden mit verschiedenen Profilen beurteilt.',
  'cli/diff/note/other-time': 'Manches mag an der verstrichenen Zeit liegen: Antworten und Fakten altern.',
}
