import type { passwordCliTextsEn } from './password-en.ts'

/** What the command `password` says in German, under the same keys as in English. */
export const passwordCliTextsDe: { readonly [Key in keyof typeof passwordCliTextsEn]: string } = {
  'cli/short/password': 'ein Passwort erzeugen oder eines bewerten',
  'cli/about/password':
    'Erzeugt ein zufälliges Passwort: Buchstaben, Ziffern und . _ - ~, die in keiner Verbindungszeichenfolge, Befehlszeile oder Konfigurationsdatei etwas anderes bedeuten; nie ein Sonderzeichen am Anfang, nie drei gleiche Zeichen hintereinander. Mit --grade wird ein mitgebrachtes Passwort bewertet: verdeckt eingetippt oder als erste Zeile der Standardeingabe. Nichts davon wird gezeigt, gespeichert oder gesendet.',
  'cli/option/password-length': 'Anzahl der Zeichen, mindestens {{minimum}}; ohne diese Option {{usual}}, das ist „Bestens“',
  'cli/option/password-for':
    'windows (höchstens {{windows}} Zeichen), sql-server (höchstens {{sql}}) oder erp (keine Grenze bekannt: den Hersteller fragen, was seine Felder annehmen, und --length verringern); ohne diese Option passt das Passwort für alle drei',
  'cli/option/password-grade': 'ein Passwort bewerten statt eines zu erzeugen; nie als Argument angeben, wo andere es sehen',
  'cli/exit/password':
    '0   erzeugt; mit --grade: Gut oder besser\n1   mit --grade: Schwach\n2   falscher Aufruf oder nicht lesbare Eingabe\n70  ein eigener Fehler',
  'cli/examples/password':
    'erp-checkup password\nerp-checkup password --for sql-server --length 40\nerp-checkup password --grade --lang de\nerp-checkup password --grade --for windows < passwort.txt',
  'cli/error/password-argument':
    'ein Passwort ist nie ein Argument, wo andere es sehen; Aufruf: erp-checkup password --grade, dann eingeben',

  'cli/password/target/windows': 'Windows',
  'cli/password/target/sql-server': 'SQL Server',
  'cli/password/target/erp': 'ein ERP',
  'cli/password/target/any': 'jedes Ziel',
  'cli/password/length': '--length: erwartet wird eine ganze Zahl von {{minimum}} bis {{limit}} für {{target}}, nicht {{given}}',
  'cli/password/length-with-grade': '--length gehört zum Erzeugen eines Passworts; mit --grade weglassen',
  'cli/password/made': 'Jetzt in den Passwort-Manager übernehmen und nur für eine Anmeldung verwenden: es ist nirgends gespeichert.',

  'cli/password/ask': 'Passwort (es wird nicht angezeigt): ',
  'cli/password/refused/empty': 'Standardeingabe: erwartet wird ein Passwort in einer Zeile, aber da ist keines',
  'cli/password/refused/too-long':
    'Standardeingabe: erwartet wird ein Passwort in einer Zeile, aber die Zeile ist länger, als irgendeine Anmeldung annimmt',
  'cli/password/refused/utf-16':
    'Standardeingabe: erwartet wird UTF-8, aber dies ist UTF-16 oder kein Text; das Passwort eintippen mit: erp-checkup password --grade',
  'cli/password/refused/not-utf-8':
    'Standardeingabe: erwartet wird UTF-8, aber dies ist eine andere Kodierung; das Passwort eintippen mit: erp-checkup password --grade',
  'cli/password/refused/control-character':
    'Standardeingabe: erwartet wird ein Passwort, das sich tippen lässt, aber dieses enthält Steuerzeichen',
  'cli/password/refused/cancelled': 'Standardeingabe: erwartet wird ein Passwort, aber die Eingabe wurde abgebrochen',
  'cli/password/refused/not-hidden':
    'Standardeingabe: erwartet wird ein Terminal, das Getipptes verbergen kann; ein anderes Fenster nehmen oder: erp-checkup password --grade < DATEI',
  'cli/password/refused/unreadable': 'Standardeingabe: erwartet wird ein Passwort, aber das System sagt {{code}}',

  'cli/password/grade/best': 'Bewertung: Bestens',
  'cli/password/grade/good': 'Bewertung: Gut',
  'cli/password/grade/weak': 'Bewertung: Schwach',
  'cli/password/reason/too-short': 'es hat {{length}} Zeichen; mindestens {{minimum}} sind nötig',
  'cli/password/reason/too-long': 'es hat {{length}} Zeichen; {{target}} nimmt höchstens {{limit}} an',
  'cli/password/reason/no-letter': 'es hat keinen Buchstaben',
  'cli/password/reason/no-digit': 'es hat keine Ziffer',
  'cli/password/reason/no-special': 'es hat kein Sonderzeichen, etwa . oder -',
  'cli/password/reason/contains-name': 'es enthält den Namen der Anmeldung oder des Servers',
  'cli/password/reason/not-unique': 'es wird auch für eine andere Anmeldung verwendet',
  'cli/password/reason/guessable': 'es lässt sich mit viel weniger Versuchen erraten, als seine Länge vermuten lässt',
  'cli/password/reason/not-estimated':
    'wie schwer es zu erraten ist, ließ sich nicht rechtzeitig ermitteln, deshalb zählt es nicht als Gut',
  'cli/password/pattern/known-password': 'ein Teil davon steht auf Listen bekannter Passwörter',
  'cli/password/pattern/word': 'ein Teil davon ist ein Wort oder ein Name, vielleicht mit Ziffern oder Zeichen anstelle von Buchstaben',
  'cli/password/pattern/context': 'ein Teil davon ist ein Wort, das hier jeder erwartet, etwa der Name eines Produkts',
  'cli/password/pattern/keyboard': 'ein Teil davon ist eine Reihe benachbarter Tasten',
  'cli/password/pattern/repeat': 'ein Teil davon wiederholt sich',
  'cli/password/pattern/sequence': 'ein Teil davon ist eine Folge wie abc oder 123',
  'cli/password/pattern/date': 'ein Teil davon ist ein Datum oder ein Jahr',
  'cli/password/next': 'Was zu tun ist: ein neues setzen, erzeugt mit: {{command}}',
  'cli/password/remark/randomness-unknown': 'nicht „Bestens“: nur bei einem erzeugten Passwort ist bekannt, dass es zufällig ist',
  'cli/password/remark/uniqueness-unknown': 'Gut nur, solange keine andere Anmeldung es hat: das ist hier nicht zu sehen',
  'cli/password/remark/estimated-in-part': 'nur seine ersten 64 Zeichen wurden darauf geprüft, wie schwer es zu erraten ist',
  'cli/password/remark/troublesome-characters':
    'es enthält andere Zeichen als Buchstaben, Ziffern und . _ - ~, die Verbindungszeichenfolgen, Skripte oder Konfigurationsdateien falsch lesen könnten',
  'cli/password/remark/starts-with-special': 'es beginnt mit einem Sonderzeichen, das manche Programme für eine Option halten',
  'cli/password/remark/three-alike': 'es enthält drei gleiche Zeichen hintereinander, was manche ERPs ablehnen',
}
