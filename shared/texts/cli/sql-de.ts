import type { sqlCliTextsEn } from './sql-en.ts'

/** What the command line says in German about the sign-in to SQL Server, under the same keys as in English. */
export const sqlCliTextsDe: { readonly [Key in keyof typeof sqlCliTextsEn]: string } = {
  'cli/option/sql-server':
    'SQL Server, der gelesen wird: HOST, HOST\\INSTANZ oder HOST,PORT; ohne diese Angabe die Instanzen, die auf diesem Rechner gefunden werden',
  'cli/option/sql-login':
    'mit dieser SQL-Anmeldung bei SQL Server anmelden, oder mit dem Windows-Konto DOMÄNE\\BENUTZER; ohne diese Angabe als der, der das Programm ausführt. Das Passwort wird der Variablen ERP_CHECKUP_SQL_PASSWORD entnommen, sonst bei einer SQL-Anmeldung dem Schlüsselbund dieses Kontos, sonst verdeckt erfragt; nie einem Argument',
  'cli/option/sql-keep-password':
    'das Passwort der SQL-Anmeldung im Schlüsselbund dieses Kontos aufheben, sobald SQL Server es angenommen hat: Es wird neu erfragt oder der Variablen entnommen und tritt an die Stelle eines schon aufgehobenen',
  'cli/option/sql-trust-certificate':
    'das Zertifikat von SQL Server annehmen, obwohl sich niemand dafür verbürgt: Ein anderer Rechner dazwischen könnte dann das Passwort lesen; der Snapshot vermerkt es',
  'cli/error/sql-server': '--sql-server: erwartet wird HOST, HOST\\INSTANZ oder HOST,PORT',
  'cli/error/sql-login': '--sql-login: erwartet wird der Name einer SQL-Anmeldung oder DOMÄNE\\BENUTZER für ein Windows-Konto',
  'cli/error/sql-keep':
    '--sql-keep-password: erwartet wird --sql-login mit einer SQL-Anmeldung; Passwörter von Windows-Konten werden nicht aufgehoben',
  'cli/error/sql-password-argument':
    'ein Passwort ist nie ein Argument, wo andere es sehen; es weglassen, dann wird es erfragt, oder in die Variable ERP_CHECKUP_SQL_PASSWORD setzen',
  'cli/error/sql-without-reading':
    '{{option}} gehört zum Einlesen dieses Servers; weglassen, wo ein Snapshot oder ein Beispiel beurteilt wird',
  'cli/error/sql-not-among': '{{option}} gehört zum Teil sql-server, den --only auslässt',

  'cli/sql/ask': 'Passwort von {{login}} für SQL Server (es wird nicht angezeigt): ',
  'cli/sql/refused/empty': '--sql-login: erwartet wird das Passwort der Anmeldung, doch es ist leer',
  'cli/sql/refused/cancelled': '--sql-login: erwartet wird ein Passwort, doch die Eingabe wurde abgebrochen',
  'cli/sql/refused/not-hidden':
    '--sql-login: erwartet wird ein Terminal, das Getipptes verbergen kann; ein anderes Fenster oder die Variable ERP_CHECKUP_SQL_PASSWORD verwenden',
  'cli/sql/refused/no-terminal':
    '--sql-login: es gibt kein Terminal, an dem das Passwort erfragt werden kann, und der Schlüsselbund hat keines; es in die Variable ERP_CHECKUP_SQL_PASSWORD setzen oder einmal mit --sql-keep-password aufheben',
  'cli/sql/refused/unusable':
    '--sql-login: erwartet wird ein Passwort, das sich tippen lässt; noch einmal tippen oder die Variable ERP_CHECKUP_SQL_PASSWORD verwenden',
  'cli/sql/refused/keep': '--sql-keep-password: {{problem}} {{next}}',
  'cli/sql/keychain': 'Der Schlüsselbund wurde nicht nach dem Passwort gefragt: {{problem}} {{next}}',
  'cli/sql/several':
    'Der Schlüsselbund hat für {{instances}} verschiedene Passwörter von {{login}}; mit --sql-server den gemeinten SQL Server nennen',
  'cli/sql/kept': 'Das Passwort von {{login}} liegt jetzt für {{instances}} im Schlüsselbund dieses Kontos.',
  'cli/sql/not-kept': 'Das Passwort von {{login}} wurde nicht aufgehoben: {{problem}} {{next}}',
  'cli/sql/not-accepted': 'Das Passwort von {{login}} wurde nicht aufgehoben: Kein SQL Server hat es angenommen.',
  'cli/sql/stored-refused':
    'Das Passwort von {{login}} kam aus dem Schlüsselbund und wird nicht angenommen. Wurde es geändert, mit --sql-keep-password neu starten und das neue tippen.',
  'cli/sql/problem': 'SQL Server {{instance}} wurde nicht gelesen: {{what}} {{next}}',
  'cli/sql/unread': 'SQL Server {{instance}} wurde nicht gelesen: {{line}}',
  'cli/sql/none': 'Auf diesem Rechner wurde kein SQL Server gefunden; einen nennen: --sql-server HOST,PORT',
}
