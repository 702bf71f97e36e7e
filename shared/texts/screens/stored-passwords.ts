/** Texts of the screen; keys begin with `stored-passwords/`. */
export const storedPasswordsTexts = {
  en: {
    'stored-passwords/changed': 'This entry has changed in the meantime and was not deleted. Look at it again.',
    'stored-passwords/delete': 'Delete',
    'stored-passwords/delete-body/current':
      'The login uses this password now. Deleted, it cannot be brought back: make sure first that your password manager has it.',
    'stored-passwords/delete-body/next':
      'It was stored for a change of the password. If the change has begun, the login may use it already: delete it only if you know that it does not.',
    'stored-passwords/delete-body/previous':
      'It is the way back to the password that the login had before. Deleted, it cannot be brought back.',
    'stored-passwords/delete-body/unfinished': 'Storing or deleting it was interrupted. Nothing relies on it.',
    'stored-passwords/delete-title': 'Delete the password of {{login}}?',
    'stored-passwords/delete-which': 'Delete: {{login}}, {{state}}, {{name}}',
    'stored-passwords/deleted': 'Deleted: {{login}}',
    'stored-passwords/elsewhere':
      'A policy of this server forbids stored credentials. New passwords are held by this program only until it ends: put them into your password manager at once.',
    'stored-passwords/empty': 'No passwords are stored here',
    'stored-passwords/empty-does':
      'A password change stores the new passwords in this account’s keychain before it changes anything. A sign-in to SQL Server keeps its password there if you say so.',
    'stored-passwords/entry': 'Entry',
    'stored-passwords/keep-until': 'Is deleted after',
    'stored-passwords/hand-over': 'Take it over …',
    'stored-passwords/hand-over-which': 'Take it over: {{login}}, {{state}}, {{name}}',
    'stored-passwords/kind/erp': 'ERP user',
    'stored-passwords/kind/none': 'Login',
    'stored-passwords/kind/sql-server': 'SQL Server login',
    'stored-passwords/kind/windows': 'Windows account',
    'stored-passwords/lead':
      'Passwords of a password change, and those that you kept for a sign-in to SQL Server, lie in the keychain of this account (on Windows, Credential Manager). Keep them in your organisation’s password manager for good; what a change leaves here only makes sure that none is lost on the way.',
    'stored-passwords/not-shown':
      'This window never shows a password. Take them over into your password manager one at a time: by the clipboard, or from a window that screen sharing does not show.',
    'stored-passwords/on-server': '{{kind}} · {{server}}',
    'stored-passwords/open': 'Stored passwords',
    'stored-passwords/open-hint': 'Which passwords lie in this account’s keychain, and since when. None is shown.',
    'stored-passwords/state/current': 'In use',
    'stored-passwords/state/next': 'Ready for the change',
    'stored-passwords/state/previous': 'Used before',
    'stored-passwords/state/unfinished': 'Interrupted',
    'stored-passwords/stored-at': 'Stored',
    'stored-passwords/stored-never': 'not completely',
    'stored-passwords/title': 'Stored passwords',
    'stored-passwords/unavailable': 'The keychain cannot be used',
    'stored-passwords/unreadable_one':
      '{{count}} entry was written by another version of this program and is left alone. Its name in the keychain begins with erp-sync-security-checkup.',
    'stored-passwords/unreadable_other':
      '{{count}} entries were written by another version of this program and are left alone. Their names in the keychain begin with erp-sync-security-checkup.',
  },
  de: {
    'stored-passwords/changed': 'Dieser Eintrag hat sich inzwischen geändert und wurde nicht gelöscht. Bitte noch einmal ansehen.',
    'stored-passwords/delete': 'Löschen',
    'stored-passwords/delete-body/current':
      'Der Login verwendet dieses Passwort jetzt. Gelöscht lässt es sich nicht zurückholen: Erst sicherstellen, dass der Passwortmanager es hat.',
    'stored-passwords/delete-body/next':
      'Es wurde für einen Passwortwechsel gespeichert. Hat der Wechsel begonnen, verwendet der Login es vielleicht schon: Nur löschen, wenn das ausgeschlossen ist.',
    'stored-passwords/delete-body/previous':
      'Es ist der Weg zurück zu dem Passwort, das der Login vorher hatte. Gelöscht lässt es sich nicht zurückholen.',
    'stored-passwords/delete-body/unfinished': 'Das Speichern oder Löschen wurde unterbrochen. Nichts hängt daran.',
    'stored-passwords/delete-title': 'Das Passwort von {{login}} löschen?',
    'stored-passwords/delete-which': 'Löschen: {{login}}, {{state}}, {{name}}',
    'stored-passwords/deleted': 'Gelöscht: {{login}}',
    'stored-passwords/elsewhere':
      'Eine Richtlinie dieses Servers verbietet gespeicherte Anmeldeinformationen. Neue Passwörter hält nur dieses Programm, bis es endet: Nehmen Sie sie gleich in Ihren Passwortmanager auf.',
    'stored-passwords/empty': 'Hier sind keine Passwörter gespeichert',
    'stored-passwords/empty-does':
      'Ein Passwortwechsel speichert die neuen Passwörter im Schlüsselbund dieses Kontos, bevor er etwas ändert. Eine Anmeldung bei SQL Server hebt ihr Passwort dort auf, wenn Sie das wollen.',
    'stored-passwords/entry': 'Eintrag',
    'stored-passwords/keep-until': 'Wird gelöscht nach',
    'stored-passwords/hand-over': 'Übernehmen …',
    'stored-passwords/hand-over-which': 'Übernehmen: {{login}}, {{state}}, {{name}}',
    'stored-passwords/kind/erp': 'ERP-Benutzer',
    'stored-passwords/kind/none': 'Login',
    'stored-passwords/kind/sql-server': 'SQL Server-Login',
    'stored-passwords/kind/windows': 'Windows-Konto',
    'stored-passwords/lead':
      'Die Passwörter eines Passwortwechsels und die für eine Anmeldung bei SQL Server aufgehobenen liegen im Schlüsselbund dieses Kontos (unter Windows: Anmeldeinformationsverwaltung). Auf Dauer gehören sie in den Passwortmanager Ihrer Organisation; was ein Wechsel hier ablegt, sorgt nur dafür, dass unterwegs keines verloren geht.',
    'stored-passwords/not-shown':
      'Dieses Fenster zeigt nie ein Passwort. Übernehmen Sie sie einzeln in Ihren Passwortmanager: über die Zwischenablage oder aus einem Fenster, das eine Bildschirmfreigabe nicht zeigt.',
    'stored-passwords/on-server': '{{kind}} · {{server}}',
    'stored-passwords/open': 'Gespeicherte Passwörter',
    'stored-passwords/open-hint': 'Welche Passwörter im Schlüsselbund dieses Kontos liegen und seit wann. Gezeigt wird keines.',
    'stored-passwords/state/current': 'In Verwendung',
    'stored-passwords/state/next': 'Bereit für den Wechsel',
    'stored-passwords/state/previous': 'Vorher verwendet',
    'stored-passwords/state/unfinished': 'Unterbrochen',
    'stored-passwords/stored-at': 'Gespeichert',
    'stored-passwords/stored-never': 'nicht vollständig',
    'stored-passwords/title': 'Gespeicherte Passwörter',
    'stored-passwords/unavailable': 'Der Schlüsselbund lässt sich nicht verwenden',
    'stored-passwords/unreadable_one':
      '{{count}} Eintrag hat eine andere Version dieses Programms geschrieben; er bleibt unberührt. Sein Name im Schlüsselbund beginnt mit erp-sync-security-checkup.',
    'stored-passwords/unreadable_other':
      '{{count}} Einträge hat eine andere Version dieses Programms geschrieben; sie bleiben unberührt. Ihre Namen im Schlüsselbund beginnen mit erp-sync-security-checkup.',
  },
} as const
