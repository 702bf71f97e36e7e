import { passwordCliTextsDe } from '../cli/password-de.ts'
import { passwordCliTextsEn } from '../cli/password-en.ts'

/** Why a password is weak and what to know of it is said as on the command line: `cli/password/reason/…` is `passwords/reason/…` here. */
function judgements(texts: { readonly [key: string]: string }): { readonly [key: string]: string } {
  const shared = Object.entries(texts).filter(([key]) => /^cli\/password\/(?:reason|pattern|remark)\//.test(key))
  return Object.fromEntries(shared.map(([key, words]) => [key.replace(/^cli\/password/, 'passwords'), words]))
}

/** Texts of the screen; keys begin with `passwords/`. */
export const passwordsTexts: { readonly [Language in 'en' | 'de']: { readonly [key: string]: string } } = {
  en: {
    ...judgements(passwordCliTextsEn),
    'passwords/because/best':
      'It is random, has {{length}} characters, and holds upper and lower case letters, digits and special characters.',
    'passwords/because/good':
      'It is random, has {{length}} characters, and holds upper and lower case letters, digits and special characters. With {{best}} or more it would be Best.',
    'passwords/clear-now': 'Clear the clipboard now',
    'passwords/clipboard/cleared': 'The password is no longer on the clipboard.',
    'passwords/clipboard/copied':
      'Copied. Paste it now. After {{seconds}} seconds, or as soon as you come back to this page then, it is cleared from the clipboard if it is still there. If the browser asks whether this page may see the clipboard, allow it for that.',
    'passwords/clipboard/kept':
      'The password may still be on the clipboard: this page was not allowed to look or was not in front. Clear it, or copy something else.',
    'passwords/clipboard/refused': 'The browser did not let this page copy. Show the password and copy it by hand.',
    'passwords/clipboard/replaced': 'Something else is on the clipboard by now. It was left alone.',
    'passwords/for': 'What is it for?',
    'passwords/generate': 'Generate',
    'passwords/generate-again': 'Generate another',
    'passwords/generate-failed': 'No password could be made. Shorten the names that must not occur in it, then try again.',
    'passwords/generate-lead':
      'Letters, digits and . _ - ~, which connection strings and configuration files take as they are. Never a special character first, never three equal characters in a row.',
    'passwords/grade': 'Grade',
    'passwords/grade-failed': 'The password could not be graded. Try again; if it happens again, reload this page.',
    'passwords/grade-lead': 'Type a password that is in use. It can be Good at most: whether it is random cannot be seen.',
    'passwords/grade/best': 'Best',
    'passwords/grade/good': 'Good',
    'passwords/grade/weak': 'Weak',
    'passwords/graded': 'Graded: {{grade}}.',
    'passwords/grading': 'Grading …',
    'passwords/hidden': 'Password of {{length}} characters, hidden',
    'passwords/hide': 'Hide',
    'passwords/keep-it': 'What to do: put it into the password manager now, and use it for this one login only. It is kept nowhere.',
    'passwords/lead': 'Make a strong password for a login of the sync tool, or see how good one is that you have.',
    'passwords/length': 'Length',
    'passwords/length-hint': '{{minimum}} to {{limit}} characters. Best from {{best}} on.',
    'passwords/length-slider': 'Length, by slider',
    'passwords/length-wrong': 'Type a whole number from {{minimum}} to {{limit}}.',
    'passwords/login': 'Name of the login',
    'passwords/login-hint': 'Optional. It must not occur in the password.',
    'passwords/made': 'A password is made and hidden. Grade: {{grade}}.',
    'passwords/over': 'The password was cleared from this page after {{seconds}} seconds. If you need one, generate another.',
    'passwords/private':
      'Nothing of this leaves the page. Passwords are made and graded here, in memory only: not sent, not saved, not logged.',
    'passwords/problem/empty': 'Type a password first.',
    'passwords/problem/over': 'The field was cleared after {{seconds}} seconds. Type the password again to grade it.',
    'passwords/problem/too-long': 'This is longer than any login takes. Type one password.',
    'passwords/secret': 'Password',
    'passwords/secret-hint': 'It stays hidden, and is cleared when you leave this screen.',
    'passwords/server': 'Name of the server',
    'passwords/server-hint': 'Optional. It must not occur in the password.',
    'passwords/show': 'Show',
    'passwords/show-note':
      'Shown, everybody who sees this screen can read it: pause a shared screen first. It is cleared when you leave this screen, and after a minute.',
    'passwords/tab/generate': 'Generate a password',
    'passwords/tab/grade': 'Grade a password',
    'passwords/target': 'Login of',
    'passwords/target-hint/any':
      'Fits Windows and SQL Server, at most {{limit}} characters. Ask the vendor what the fields of the sync tool take; some end at 30.',
    'passwords/target-hint/erp': 'No limit of ERPs is known. Ask the vendor what its fields take, and lower the length if needed.',
    'passwords/target-hint/sql-server': 'SQL Server takes at most {{limit}} characters.',
    'passwords/target-hint/windows': 'Windows takes at most {{limit}} characters.',
    'passwords/target/any': 'The sync tool itself, or not known yet',
    'passwords/target/erp': 'The ERP',
    'passwords/target/sql-server': 'SQL Server',
    'passwords/target/windows': 'Windows',
    'passwords/title': 'Passwords',
    'passwords/weak-generate': 'Generate a password instead',
    'passwords/weak-next': 'What to do: set a new, generated password for this login.',
  },
  de: {
    ...judgements(passwordCliTextsDe),
    'passwords/because/best': 'Es ist zufällig, hat {{length}} Zeichen und enthält Groß- und Kleinbuchstaben, Ziffern und Sonderzeichen.',
    'passwords/because/good':
      'Es ist zufällig, hat {{length}} Zeichen und enthält Groß- und Kleinbuchstaben, Ziffern und Sonderzeichen. Ab {{best}} Zeichen wäre es „Bestens“.',
    'passwords/clear-now': 'Zwischenablage jetzt leeren',
    'passwords/clipboard/cleared': 'Das Passwort ist nicht mehr in der Zwischenablage.',
    'passwords/clipboard/copied':
      'Kopiert. Fügen Sie es jetzt ein. Nach {{seconds}} Sekunden, oder sobald Sie danach auf diese Seite zurückkommen, wird es aus der Zwischenablage entfernt, falls es noch darin ist. Fragt der Browser, ob diese Seite die Zwischenablage sehen darf, erlauben Sie es dafür.',
    'passwords/clipboard/kept':
      'Das Passwort ist vielleicht noch in der Zwischenablage: Diese Seite durfte nicht nachsehen oder war nicht im Vordergrund. Leeren Sie sie, oder kopieren Sie etwas anderes.',
    'passwords/clipboard/refused':
      'Der Browser lässt diese Seite nicht kopieren. Lassen Sie das Passwort anzeigen und kopieren Sie es von Hand.',
    'passwords/clipboard/replaced': 'In der Zwischenablage ist inzwischen etwas anderes. Es blieb unberührt.',
    'passwords/for': 'Wofür ist es?',
    'passwords/generate': 'Erzeugen',
    'passwords/generate-again': 'Ein anderes erzeugen',
    'passwords/generate-failed':
      'Es ließ sich kein Passwort erzeugen. Kürzen Sie die Namen, die nicht darin vorkommen dürfen, und versuchen Sie es noch einmal.',
    'passwords/generate-lead':
      'Buchstaben, Ziffern und . _ - ~, die Verbindungszeichenfolgen und Konfigurationsdateien nehmen, wie sie sind. Nie ein Sonderzeichen am Anfang, nie drei gleiche Zeichen hintereinander.',
    'passwords/grade': 'Bewerten',
    'passwords/grade-failed':
      'Das Passwort ließ sich nicht bewerten. Versuchen Sie es noch einmal; geschieht es wieder, laden Sie diese Seite neu.',
    'passwords/grade-lead':
      'Geben Sie ein Passwort ein, das in Gebrauch ist. Es kann höchstens „Gut“ sein: Ob es zufällig ist, lässt sich nicht sehen.',
    'passwords/grade/best': 'Bestens',
    'passwords/grade/good': 'Gut',
    'passwords/grade/weak': 'Schwach',
    'passwords/graded': 'Bewertung: {{grade}}.',
    'passwords/grading': 'Wird bewertet …',
    'passwords/hidden': 'Passwort mit {{length}} Zeichen, verborgen',
    'passwords/hide': 'Verbergen',
    'passwords/keep-it':
      'Was zu tun ist: jetzt in den Passwort-Manager übernehmen und nur für diese eine Anmeldung verwenden. Es ist nirgends gespeichert.',
    'passwords/lead': 'Ein starkes Passwort für eine Anmeldung des Sync-Tools erzeugen, oder sehen, wie gut ein vorhandenes ist.',
    'passwords/length': 'Länge',
    'passwords/length-hint': '{{minimum}} bis {{limit}} Zeichen. „Bestens“ ab {{best}}.',
    'passwords/length-slider': 'Länge, mit dem Schieberegler',
    'passwords/length-wrong': 'Geben Sie eine ganze Zahl von {{minimum}} bis {{limit}} ein.',
    'passwords/login': 'Name der Anmeldung',
    'passwords/login-hint': 'Freiwillig. Er darf im Passwort nicht vorkommen.',
    'passwords/made': 'Ein Passwort ist erzeugt und verborgen. Bewertung: {{grade}}.',
    'passwords/over':
      'Das Passwort wurde nach {{seconds}} Sekunden von dieser Seite entfernt. Wenn Sie eines brauchen, erzeugen Sie ein anderes.',
    'passwords/private':
      'Nichts davon verlässt diese Seite. Passwörter werden hier erzeugt und bewertet, nur im Arbeitsspeicher: nicht gesendet, nicht gespeichert, nicht protokolliert.',
    'passwords/problem/empty': 'Geben Sie zuerst ein Passwort ein.',
    'passwords/problem/over': 'Das Feld wurde nach {{seconds}} Sekunden geleert. Geben Sie das Passwort zum Bewerten noch einmal ein.',
    'passwords/problem/too-long': 'Das ist länger, als irgendeine Anmeldung annimmt. Geben Sie ein einziges Passwort ein.',
    'passwords/secret': 'Passwort',
    'passwords/secret-hint': 'Es bleibt verborgen und wird entfernt, wenn Sie diese Seite verlassen.',
    'passwords/server': 'Name des Servers',
    'passwords/server-hint': 'Freiwillig. Er darf im Passwort nicht vorkommen.',
    'passwords/show': 'Anzeigen',
    'passwords/show-note':
      'Angezeigt kann es jeder lesen, der diesen Bildschirm sieht: Unterbrechen Sie vorher eine Bildschirmfreigabe. Es wird entfernt, wenn Sie diese Seite verlassen, und nach einer Minute.',
    'passwords/tab/generate': 'Passwort erzeugen',
    'passwords/tab/grade': 'Passwort bewerten',
    'passwords/target': 'Anmeldung für',
    'passwords/target-hint/any':
      'Passt für Windows und SQL Server, höchstens {{limit}} Zeichen. Fragen Sie den Hersteller, was die Felder des Sync-Tools annehmen; manche enden bei 30.',
    'passwords/target-hint/erp':
      'Für ERPs ist keine Grenze bekannt. Fragen Sie den Hersteller, was seine Felder annehmen, und verringern Sie bei Bedarf die Länge.',
    'passwords/target-hint/sql-server': 'SQL Server nimmt höchstens {{limit}} Zeichen an.',
    'passwords/target-hint/windows': 'Windows nimmt höchstens {{limit}} Zeichen an.',
    'passwords/target/any': 'Das Sync-Tool selbst, oder noch nicht bekannt',
    'passwords/target/erp': 'Das ERP',
    'passwords/target/sql-server': 'SQL Server',
    'passwords/target/windows': 'Windows',
    'passwords/title': 'Passwörter',
    'passwords/weak-generate': 'Stattdessen ein Passwort erzeugen',
    'passwords/weak-next': 'Was zu tun ist: für diese Anmeldung ein neues, erzeugtes Passwort setzen.',
  },
}
