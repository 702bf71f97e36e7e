import { sqlProblemTexts } from './sql-problems.ts'

/**
 * What a code of SQL Server means in a password change, and what to do.
 *
 * Numbers are those of sys.messages; `sql-connect-…` ends in the kind of a connect problem; the others are our own.
 */
const en = {
  'rotation-code/sql-15113': 'The login is locked after too many wrong passwords: let a database administrator unlock it, then try again.',
  'rotation-code/sql-15114': 'The password is too young to be changed: wait until its minimum age is over, or let the policy be changed.',
  'rotation-code/sql-15115': 'The password was used before, or may not be used now: generate another one.',
  'rotation-code/sql-15116': 'The password is too short for the policy of the server: generate a longer one.',
  'rotation-code/sql-15117': 'The password is too long: generate a shorter one, of no more than 128 characters.',
  'rotation-code/sql-15118': 'The password is not complex enough for the policy of the server: generate one with all kinds of characters.',
  'rotation-code/sql-15119':
    'A password filter on the server refuses the password: ask its administrator for the rule, or generate another one.',
  'rotation-code/sql-15120':
    'The server could not check the password against its policy: try again, then look into the error log of SQL Server.',
  'rotation-code/sql-15121':
    'A call of Windows failed inside of SQL Server: try again, then look into the error log of SQL Server for the time of this try.',
  'rotation-code/sql-15122':
    'The login checks expiration without a policy: let a database administrator switch its policy on, then try again.',
  'rotation-code/sql-15128':
    'The login has to change its password at its next sign-in: let a database administrator set a password without that, then try again.',
  'rotation-code/sql-15156': 'The password is too long: generate a shorter one.',
  'rotation-code/sql-33062': 'The password is too short for the policy of SQL Server: generate a longer one.',
  'rotation-code/sql-33063': 'The password is too long for the policy of SQL Server: generate a shorter one.',
  'rotation-code/sql-33064': 'The password is not complex enough for SQL Server: generate one with all kinds of characters.',
  'rotation-code/sql-15006': 'The name of the login has characters that SQL Server does not take, such as \\: choose another name.',
  'rotation-code/sql-15007': 'The login is not there, or the account that makes the change does not see it: check the name of the login.',
  'rotation-code/sql-15023':
    'A user of this name is in the database already: let a database administrator remove it, or choose another name.',
  'rotation-code/sql-15025': 'SQL Server has a login or role of this name already: choose another name.',
  'rotation-code/sql-15063': 'The login is in the database under another name already: let a database administrator remove that user.',
  'rotation-code/sql-15136': 'A procedure runs as this user: let a database administrator change that, then remove the user.',
  'rotation-code/sql-15138': 'The user owns something in the database: let a database administrator hand it over, then remove the user.',
  'rotation-code/sql-15141': 'The login owns something on the server: let a database administrator hand it over, then remove the login.',
  'rotation-code/sql-15151':
    'The login or user is not there, or the account that makes the change may not change it: give that account the permission ALTER ANY LOGIN, and CONTROL SERVER where the login is an administrator.',
  'rotation-code/sql-15155': 'The login owns something on the server: let a database administrator hand it over, then remove the login.',
  'rotation-code/sql-15170': 'The login owns jobs of SQL Server Agent: give them another owner, then remove the login.',
  'rotation-code/sql-15173': 'The login gave permissions to others: let a database administrator take them back, then remove the login.',
  'rotation-code/sql-15174': 'The login owns a database: give the database another owner, then remove the login.',
  'rotation-code/sql-15183': 'The user owns objects in the database: let a database administrator hand them over, then remove the user.',
  'rotation-code/sql-15186': 'A trigger of the server runs as this login: let a database administrator change that, then remove the login.',
  'rotation-code/sql-15247': 'The account that makes the change may not do this: sign in as a database administrator.',
  'rotation-code/sql-15410': 'A user or role is not in the database: check that the database is one of the ERP.',
  'rotation-code/sql-15433': 'Another login has the same identity: let a database administrator remove it, or begin the change anew.',
  'rotation-code/sql-15434': 'The login is still signed in: stop the program that uses it, then try again.',
  'rotation-code/sql-229': 'The account that makes the change may not do this: sign in as a database administrator.',
  'rotation-code/sql-262': 'The account that makes the change may not do this in the database: sign in as a database administrator.',
  'rotation-code/sql-297': 'The account that makes the change may not do this: sign in as a database administrator.',
  'rotation-code/sql-300':
    'The account that makes the change may not see the state of the server: give it the permission VIEW SERVER STATE.',
  'rotation-code/sql-208': 'The database is not there: check its name.',
  'rotation-code/sql-911': 'The database is not there: check its name.',
  'rotation-code/sql-916': 'The account that makes the change may not enter the database: sign in as a database administrator.',
  'rotation-code/sql-922': 'The database is being recovered: wait until it is online, then try again.',
  'rotation-code/sql-924': 'The database is in single-user mode and in use: end that mode, then try again.',
  'rotation-code/sql-927': 'The database is being restored: wait until it is online, then try again.',
  'rotation-code/sql-942': 'The database is offline: bring it online, then try again.',
  'rotation-code/sql-945': 'The database cannot be opened: look into the error log of SQL Server.',
  'rotation-code/sql-976': 'The database is a secondary copy here: make the change on the server that holds its primary copy.',
  'rotation-code/sql-978': 'The database is a secondary copy here: make the change on the server that holds its primary copy.',
  'rotation-code/sql-1205': 'Another change came in between: try again.',
  'rotation-code/sql-1222': 'Somebody else holds what has to change: wait a moment, then try again.',
  'rotation-code/sql-3609': 'A trigger of the server refuses the change: let a database administrator allow it.',
  'rotation-code/sql-3906': 'The database can only be read: let a database administrator allow changes to it, then try again.',
  'rotation-code/sql-9002': 'A transaction log is full: let a database administrator make room, then try again.',
  'rotation-code/sql-4060': 'The database of the login cannot be opened: bring it online, then sign in again.',
  'rotation-code/sql-4064':
    'The default database of the login cannot be opened: bring it online or give the login another one, then sign in again.',
  'rotation-code/sql-17892': 'A logon trigger of the server refuses the login: let a database administrator exempt it.',
  'rotation-code/sql-18401': 'SQL Server is being updated and takes administrators alone: wait until it is done, then sign in again.',
  'rotation-code/sql-18451': 'SQL Server takes administrators alone at the moment: wait until that is over, then sign in again.',
  'rotation-code/sql-18452':
    'SQL Server takes Windows accounts alone: let a database administrator switch on SQL Server authentication (mixed mode).',
  'rotation-code/sql-18456':
    'SQL Server does not accept this login with this password: do not try it again and again, because that locks a login.',
  'rotation-code/sql-18461': 'SQL Server is in single-user mode: end that mode, then sign in again.',
  'rotation-code/sql-18470': 'The login is disabled: let a database administrator enable it, then sign in again.',
  'rotation-code/sql-18486':
    'The login is locked after too many wrong passwords: let a database administrator unlock it, then sign in again.',
  'rotation-code/sql-18487': 'The password of the login has expired: set a new one.',
  'rotation-code/sql-18488': 'The login has to change its password first: let a database administrator set one without that.',
  'rotation-code/sql-password-characters': 'The password has characters that cannot be sent unchanged: generate another one.',
  'rotation-code/sql-name-characters':
    'A name has characters that cannot be sent safely: let a database administrator make this change by hand.',
  'rotation-code/sql-not-encrypted':
    'The connection is not encrypted all the way to SQL Server, so no password was sent: let a database administrator set up encryption, or run this program on the server itself.',
  'rotation-code/sql-encryption-unseen':
    'It cannot be seen whether the connection is encrypted, so no password was sent: give the account that makes the change the permission VIEW SERVER STATE.',
  'rotation-code/sql-no-such-login':
    'There is no SQL login of this name, or the account that makes the change does not see it: check the name of the login.',
  'rotation-code/sql-login-exists': 'A login of this name was there before this change: choose another name for the new one.',
  'rotation-code/sql-not-ours':
    'This login was not made by this change, so it stays as it is: let a database administrator decide about it.',
  'rotation-code/sql-other-rights':
    'The new login may do more, or other things, than read the databases: let a database administrator take that away, then try again.',
  'rotation-code/sql-own-login': 'This change is being made with this very login: sign in as another administrator.',
  'rotation-code/sql-not-read-back':
    'SQL Server said yes, but the change cannot be seen: look the login up in SQL Server Management Studio, then answer what is asked.',
  'rotation-code/sql-not-read': 'SQL Server does not tell whether the login is there: check that the instance runs, then try again.',
  'rotation-code/sql-lost': 'The connection to SQL Server broke off: check that the instance runs, then go on.',
  'rotation-code/sql-time-limit': 'SQL Server did not answer in time: check that the instance runs, then go on.',
} as const

const de: { readonly [Key in keyof typeof en]: string } = {
  'rotation-code/sql-15113':
    'Die Anmeldung ist nach zu vielen falschen Passwörtern gesperrt: von einem Datenbankadministrator entsperren lassen, dann noch einmal versuchen.',
  'rotation-code/sql-15114':
    'Das Passwort ist zu jung, um geändert zu werden: abwarten, bis sein Mindestalter erreicht ist, oder die Richtlinie ändern lassen.',
  'rotation-code/sql-15115': 'Das Passwort wurde schon verwendet oder darf gerade nicht verwendet werden: ein anderes erzeugen.',
  'rotation-code/sql-15116': 'Das Passwort ist zu kurz für die Richtlinie des Servers: ein längeres erzeugen.',
  'rotation-code/sql-15117': 'Das Passwort ist zu lang: ein kürzeres erzeugen, mit höchstens 128 Zeichen.',
  'rotation-code/sql-15118':
    'Das Passwort ist für die Richtlinie des Servers nicht komplex genug: eines mit allen Arten von Zeichen erzeugen.',
  'rotation-code/sql-15119':
    'Ein Passwortfilter auf dem Server lehnt das Passwort ab: den Administrator nach der Regel fragen oder ein anderes erzeugen.',
  'rotation-code/sql-15120':
    'Der Server konnte das Passwort nicht an seiner Richtlinie prüfen: noch einmal versuchen, dann im Fehlerprotokoll von SQL Server nachsehen.',
  'rotation-code/sql-15121':
    'Ein Aufruf von Windows schlug in SQL Server fehl: noch einmal versuchen, dann im Fehlerprotokoll von SQL Server zur Zeit dieses Versuchs nachsehen.',
  'rotation-code/sql-15122':
    'Die Anmeldung prüft den Ablauf ohne Richtlinie: die Richtlinie von einem Datenbankadministrator einschalten lassen, dann noch einmal versuchen.',
  'rotation-code/sql-15128':
    'Die Anmeldung muss ihr Passwort beim nächsten Mal ändern: von einem Datenbankadministrator eines ohne diese Pflicht setzen lassen, dann noch einmal versuchen.',
  'rotation-code/sql-15156': 'Das Passwort ist zu lang: ein kürzeres erzeugen.',
  'rotation-code/sql-33062': 'Das Passwort ist zu kurz für die Richtlinie von SQL Server: ein längeres erzeugen.',
  'rotation-code/sql-33063': 'Das Passwort ist zu lang für die Richtlinie von SQL Server: ein kürzeres erzeugen.',
  'rotation-code/sql-33064': 'Das Passwort ist für SQL Server nicht komplex genug: eines mit allen Arten von Zeichen erzeugen.',
  'rotation-code/sql-15006':
    'Der Name der Anmeldung hat Zeichen, die SQL Server nicht annimmt, zum Beispiel \\: einen anderen Namen wählen.',
  'rotation-code/sql-15007':
    'Die Anmeldung gibt es nicht, oder das Konto, das die Änderung vornimmt, sieht sie nicht: den Namen der Anmeldung prüfen.',
  'rotation-code/sql-15023':
    'Ein Benutzer dieses Namens ist schon in der Datenbank: von einem Datenbankadministrator entfernen lassen oder einen anderen Namen wählen.',
  'rotation-code/sql-15025': 'SQL Server hat schon eine Anmeldung oder Rolle dieses Namens: einen anderen Namen wählen.',
  'rotation-code/sql-15063':
    'Die Anmeldung ist schon unter anderem Namen in der Datenbank: diesen Benutzer von einem Datenbankadministrator entfernen lassen.',
  'rotation-code/sql-15136':
    'Eine Prozedur läuft als dieser Benutzer: von einem Datenbankadministrator ändern lassen, dann den Benutzer entfernen.',
  'rotation-code/sql-15138':
    'Dem Benutzer gehört etwas in der Datenbank: von einem Datenbankadministrator übergeben lassen, dann den Benutzer entfernen.',
  'rotation-code/sql-15141':
    'Der Anmeldung gehört etwas auf dem Server: von einem Datenbankadministrator übergeben lassen, dann die Anmeldung entfernen.',
  'rotation-code/sql-15151':
    'Die Anmeldung oder den Benutzer gibt es nicht, oder das Konto, das die Änderung vornimmt, darf sie nicht ändern: diesem Konto die Berechtigung ALTER ANY LOGIN geben, und CONTROL SERVER, wenn die Anmeldung ein Administrator ist.',
  'rotation-code/sql-15155':
    'Der Anmeldung gehört etwas auf dem Server: von einem Datenbankadministrator übergeben lassen, dann die Anmeldung entfernen.',
  'rotation-code/sql-15170':
    'Der Anmeldung gehören Aufträge des SQL Server-Agents: ihnen einen anderen Besitzer geben, dann die Anmeldung entfernen.',
  'rotation-code/sql-15173':
    'Die Anmeldung hat anderen Berechtigungen gegeben: von einem Datenbankadministrator zurücknehmen lassen, dann die Anmeldung entfernen.',
  'rotation-code/sql-15174':
    'Der Anmeldung gehört eine Datenbank: der Datenbank einen anderen Besitzer geben, dann die Anmeldung entfernen.',
  'rotation-code/sql-15183':
    'Dem Benutzer gehören Objekte in der Datenbank: von einem Datenbankadministrator übergeben lassen, dann den Benutzer entfernen.',
  'rotation-code/sql-15186':
    'Ein Trigger des Servers läuft als diese Anmeldung: von einem Datenbankadministrator ändern lassen, dann die Anmeldung entfernen.',
  'rotation-code/sql-15247': 'Das Konto, das die Änderung vornimmt, darf das nicht: als Datenbankadministrator anmelden.',
  'rotation-code/sql-15410': 'Ein Benutzer oder eine Rolle fehlt in der Datenbank: prüfen, ob die Datenbank eine des ERP ist.',
  'rotation-code/sql-15433':
    'Eine andere Anmeldung hat dieselbe Kennung: von einem Datenbankadministrator entfernen lassen oder die Änderung neu beginnen.',
  'rotation-code/sql-15434': 'Die Anmeldung ist noch angemeldet: das Programm beenden, das sie verwendet, dann noch einmal versuchen.',
  'rotation-code/sql-229': 'Das Konto, das die Änderung vornimmt, darf das nicht: als Datenbankadministrator anmelden.',
  'rotation-code/sql-262': 'Das Konto, das die Änderung vornimmt, darf das in der Datenbank nicht: als Datenbankadministrator anmelden.',
  'rotation-code/sql-297': 'Das Konto, das die Änderung vornimmt, darf das nicht: als Datenbankadministrator anmelden.',
  'rotation-code/sql-300':
    'Das Konto, das die Änderung vornimmt, darf den Zustand des Servers nicht sehen: ihm die Berechtigung VIEW SERVER STATE geben.',
  'rotation-code/sql-208': 'Die Datenbank gibt es nicht: ihren Namen prüfen.',
  'rotation-code/sql-911': 'Die Datenbank gibt es nicht: ihren Namen prüfen.',
  'rotation-code/sql-916': 'Das Konto, das die Änderung vornimmt, darf nicht in die Datenbank: als Datenbankadministrator anmelden.',
  'rotation-code/sql-922': 'Die Datenbank wird wiederhergestellt: warten, bis sie online ist, dann noch einmal versuchen.',
  'rotation-code/sql-924': 'Die Datenbank ist im Einzelbenutzermodus und in Gebrauch: diesen Modus beenden, dann noch einmal versuchen.',
  'rotation-code/sql-927': 'Eine Sicherung der Datenbank wird eingespielt: warten, bis sie online ist, dann noch einmal versuchen.',
  'rotation-code/sql-942': 'Die Datenbank ist offline: online schalten, dann noch einmal versuchen.',
  'rotation-code/sql-945': 'Die Datenbank lässt sich nicht öffnen: im Fehlerprotokoll von SQL Server nachsehen.',
  'rotation-code/sql-976': 'Die Datenbank ist hier eine sekundäre Kopie: die Änderung auf dem Server mit der primären Kopie vornehmen.',
  'rotation-code/sql-978': 'Die Datenbank ist hier eine sekundäre Kopie: die Änderung auf dem Server mit der primären Kopie vornehmen.',
  'rotation-code/sql-1205': 'Eine andere Änderung kam dazwischen: noch einmal versuchen.',
  'rotation-code/sql-1222': 'Jemand anderes hält fest, was sich ändern soll: einen Moment warten, dann noch einmal versuchen.',
  'rotation-code/sql-3609': 'Ein Trigger des Servers lehnt die Änderung ab: von einem Datenbankadministrator erlauben lassen.',
  'rotation-code/sql-3906':
    'Die Datenbank lässt sich nur lesen: Änderungen von einem Datenbankadministrator erlauben lassen, dann noch einmal versuchen.',
  'rotation-code/sql-9002':
    'Ein Transaktionsprotokoll ist voll: von einem Datenbankadministrator Platz schaffen lassen, dann noch einmal versuchen.',
  'rotation-code/sql-4060': 'Die Datenbank der Anmeldung lässt sich nicht öffnen: online schalten, dann noch einmal anmelden.',
  'rotation-code/sql-4064':
    'Die Standarddatenbank der Anmeldung lässt sich nicht öffnen: online schalten oder der Anmeldung eine andere geben, dann noch einmal anmelden.',
  'rotation-code/sql-17892': 'Ein Anmeldetrigger des Servers weist die Anmeldung ab: von einem Datenbankadministrator ausnehmen lassen.',
  'rotation-code/sql-18401':
    'SQL Server wird aktualisiert und nimmt nur Administratoren an: warten, bis er fertig ist, dann noch einmal anmelden.',
  'rotation-code/sql-18451': 'SQL Server nimmt gerade nur Administratoren an: warten, bis das vorbei ist, dann noch einmal anmelden.',
  'rotation-code/sql-18452':
    'SQL Server nimmt nur Windows-Konten an: die SQL Server-Authentifizierung (gemischter Modus) von einem Datenbankadministrator einschalten lassen.',
  'rotation-code/sql-18456':
    'SQL Server nimmt diese Anmeldung mit diesem Passwort nicht an: nicht immer wieder versuchen, denn das sperrt eine Anmeldung.',
  'rotation-code/sql-18461': 'SQL Server ist im Einzelbenutzermodus: diesen Modus beenden, dann noch einmal anmelden.',
  'rotation-code/sql-18470':
    'Die Anmeldung ist deaktiviert: von einem Datenbankadministrator aktivieren lassen, dann noch einmal anmelden.',
  'rotation-code/sql-18486':
    'Die Anmeldung ist nach zu vielen falschen Passwörtern gesperrt: von einem Datenbankadministrator entsperren lassen, dann noch einmal anmelden.',
  'rotation-code/sql-18487': 'Das Passwort der Anmeldung ist abgelaufen: ein neues setzen.',
  'rotation-code/sql-18488':
    'Die Anmeldung muss zuerst ihr Passwort ändern: von einem Datenbankadministrator eines ohne diese Pflicht setzen lassen.',
  'rotation-code/sql-password-characters': 'Das Passwort hat Zeichen, die sich nicht unverändert senden lassen: ein anderes erzeugen.',
  'rotation-code/sql-name-characters':
    'Ein Name hat Zeichen, die sich nicht sicher senden lassen: diese Änderung von einem Datenbankadministrator von Hand vornehmen lassen.',
  'rotation-code/sql-not-encrypted':
    'Die Verbindung ist nicht bis zu SQL Server verschlüsselt, deshalb wurde kein Passwort gesendet: von einem Datenbankadministrator die Verschlüsselung einrichten lassen oder dieses Programm auf dem Server selbst ausführen.',
  'rotation-code/sql-encryption-unseen':
    'Ob die Verbindung verschlüsselt ist, lässt sich nicht sehen, deshalb wurde kein Passwort gesendet: dem Konto, das die Änderung vornimmt, die Berechtigung VIEW SERVER STATE geben.',
  'rotation-code/sql-no-such-login':
    'Eine SQL-Anmeldung dieses Namens gibt es nicht, oder das Konto, das die Änderung vornimmt, sieht sie nicht: den Namen der Anmeldung prüfen.',
  'rotation-code/sql-login-exists':
    'Eine Anmeldung dieses Namens gab es schon vor dieser Änderung: für die neue einen anderen Namen wählen.',
  'rotation-code/sql-not-ours':
    'Diese Anmeldung stammt nicht von dieser Änderung und bleibt deshalb, wie sie ist: einen Datenbankadministrator darüber entscheiden lassen.',
  'rotation-code/sql-other-rights':
    'Die neue Anmeldung darf mehr oder anderes, als die Datenbanken zu lesen: von einem Datenbankadministrator wegnehmen lassen, dann noch einmal versuchen.',
  'rotation-code/sql-own-login': 'Diese Änderung wird mit ebendieser Anmeldung vorgenommen: als anderer Administrator anmelden.',
  'rotation-code/sql-not-read-back':
    'SQL Server hat ja gesagt, aber die Änderung ist nicht zu sehen: die Anmeldung in SQL Server Management Studio nachsehen, dann die Frage beantworten.',
  'rotation-code/sql-not-read':
    'SQL Server sagt nicht, ob es die Anmeldung gibt: prüfen, ob die Instanz läuft, dann noch einmal versuchen.',
  'rotation-code/sql-lost': 'Die Verbindung zu SQL Server brach ab: prüfen, ob die Instanz läuft, dann weitermachen.',
  'rotation-code/sql-time-limit': 'SQL Server hat nicht rechtzeitig geantwortet: prüfen, ob die Instanz läuft, dann weitermachen.',
}

type Kind = keyof (typeof sqlProblemTexts)['en'] extends infer Key ? (Key extends `sql-problem/${infer Name}` ? Name : never) : never
type ConnectLines = { readonly [Name in Kind as `rotation-code/sql-connect-${Name}`]: string }

const PROBLEM = 'sql-problem/'

/** There was no session: what is wrong, and the next step, in the words that every sign-in has for it. */
function connectLines(texts: Readonly<Record<string, string>>): ConnectLines {
  const kinds = Object.keys(texts).flatMap((key) => (key.startsWith(PROBLEM) ? [key.slice(PROBLEM.length)] : []))
  return Object.fromEntries(
    kinds.map((kind) => [`rotation-code/sql-connect-${kind}`, `SQL Server: ${texts[`sql-problem/${kind}`]} ${texts[`sql-next/${kind}`]}`]),
  ) as ConnectLines
}

/** One line for each code that the hands for SQL Server can give. */
export const rotationCodesSql = {
  en: { ...connectLines(sqlProblemTexts.en), ...en },
  de: { ...connectLines(sqlProblemTexts.de), ...de },
}
