/**
 * Passwords that a person holds: how the program and the person tell each other one.
 *
 * `type-password/…` stands in a window of the system, which shows it without formatting.
 */
export const rotationHeldTexts = {
  en: {
    'rotation-act/generate/held': 'Have the new password of {{login}} made, and write it down before anything changes.',
    'rotation-act/delete-new-generation/held': 'Cross out the new password of {{login}}: nothing takes it any more.',
    'rotation-check/typed-twice': 'you type it twice',
    'type-password/sql': 'Sign in to SQL Server {{instance}} as somebody who may change logins, such as sa or DOMAIN\\account.',
    'rotation/sql-signed-in/done': '{{user}} is signed in to SQL Server {{instance}} until this program ends.',
    'rotation/sql-signed-in/no-right': '{{user}} may not change logins of SQL Server {{instance}} either.',
    'rotation/sql-signed-in/refused': 'SQL Server {{instance}} did not let {{user}} in. {{problem}}',
    'rotation/sql-signed-in/cancelled': 'The window was closed, so nobody else is signed in.',
    'type-password/title': 'ERP Sync Security Checkup',
    'type-password/new/first': 'Type the new password of {{user}}, as you wrote it down.',
    'type-password/new/again': 'Type the new password of {{user}} once more.',
    'type-password/old/first': 'Type the password that {{user}} has now, from before the change.',
    'type-password/old/again': 'Type the present password of {{user}} once more.',
    'rotation/type-in/new':
      'The program was started again and has forgotten the new password of {{user}}, which you hold. Type it in, twice, in a window of Windows.',
    'rotation/type-in/old': 'This needs the old password of {{login}}, which you hold. Type it in, twice, in a window of Windows.',
    'rotation-instruct/generate/1':
      'Hand the password over into your password manager, or let it be shown and write it down. The program keeps it in memory only.',
    'rotation-instruct/generate/2': 'Then press “Done”: a window of Windows asks for it twice. Nothing takes the password before.',
    'rotation/old-entered/proven': 'A sign-in has proven the password. The keychain has it now.',
    'rotation/old-entered/unproven':
      'The keychain has the password now. No sign-in could prove it: whether it is right is seen when it is changed.',
    'rotation/old-entered/wrong':
      'This is not the password that the login takes now, so it was not kept. Do not try others: each wrong one counts towards the lock-out.',
  },
  de: {
    'rotation-act/generate/held': 'Das neue Passwort von {{login}} erzeugen lassen und notieren, bevor sich etwas ändert.',
    'rotation-act/delete-new-generation/held': 'Das neue Passwort von {{login}} streichen: Nichts nimmt es mehr an.',
    'rotation-check/typed-twice': 'Sie geben es zweimal ein',
    'type-password/sql':
      'Melden Sie sich an SQL Server {{instance}} mit einem Konto an, das Anmeldungen ändern darf, etwa sa oder DOMÄNE\\Konto.',
    'rotation/sql-signed-in/done': '{{user}} ist an SQL Server {{instance}} angemeldet, bis dieses Programm endet.',
    'rotation/sql-signed-in/no-right': 'Auch {{user}} darf Anmeldungen von SQL Server {{instance}} nicht ändern.',
    'rotation/sql-signed-in/refused': 'SQL Server {{instance}} hat {{user}} nicht angenommen. {{problem}}',
    'rotation/sql-signed-in/cancelled': 'Das Fenster wurde geschlossen; niemand anderes ist angemeldet.',
    'type-password/title': 'ERP Sync Security Checkup',
    'type-password/new/first': 'Geben Sie das neue Passwort von {{user}} ein, wie Sie es notiert haben.',
    'type-password/new/again': 'Geben Sie das neue Passwort von {{user}} noch einmal ein.',
    'type-password/old/first': 'Geben Sie das Passwort ein, das {{user}} jetzt hat, vor der Änderung.',
    'type-password/old/again': 'Geben Sie das jetzige Passwort von {{user}} noch einmal ein.',
    'rotation/type-in/new':
      'Das Programm wurde neu gestartet und hat das neue Passwort von {{user}} vergessen, das Sie haben. Geben Sie es zweimal in ein Fenster von Windows ein.',
    'rotation/type-in/old':
      'Das braucht das alte Passwort von {{login}}, das Sie haben. Geben Sie es zweimal in ein Fenster von Windows ein.',
    'rotation-instruct/generate/1':
      'Übergeben Sie das Passwort Ihrem Passwortmanager, oder lassen Sie es sich zeigen und notieren Sie es. Das Programm hält es nur im Arbeitsspeicher.',
    'rotation-instruct/generate/2':
      'Wählen Sie dann „Erledigt“: Ein Fenster von Windows fragt zweimal danach. Vorher nimmt nichts das Passwort an.',
    'rotation/old-entered/proven': 'Eine Anmeldung hat das Passwort bestätigt. Der Schlüsselbund hat es jetzt.',
    'rotation/old-entered/unproven':
      'Der Schlüsselbund hat das Passwort jetzt. Keine Anmeldung konnte es bestätigen: Ob es stimmt, zeigt sich bei der Änderung.',
    'rotation/old-entered/wrong':
      'Das ist nicht das Passwort, das die Anmeldung jetzt annimmt; es wurde nicht behalten. Probieren Sie keine anderen: Jedes falsche zählt zur Kontosperre.',
  },
} as const satisfies Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>>
