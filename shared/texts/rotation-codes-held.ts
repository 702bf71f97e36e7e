/** What it means that a person did not tell the program a password which they hold, and what to do. */
export const rotationCodeHeldTexts = {
  en: {
    'rotation-code/held-not-shown':
      'Nobody has seen the new password yet: hand it over first, into your password manager, and then press “Done”.',
    'rotation-code/held-differently':
      'What was typed is not the password, or not twice the same. Compare it with what you wrote down, and type it again.',
    'rotation-code/held-cancelled': 'The window was closed before the password was typed twice. Try again.',
    'rotation-code/held-not-possible':
      'Windows could not show the window in which a password is typed. Go on in the desktop app, signed in at the server’s desktop.',
    'rotation-code/held-not-typed': 'A person holds this password, and the program does not have it any more: type it in first.',
  },
  de: {
    'rotation-code/held-not-shown':
      'Das neue Passwort hat noch niemand gesehen: Übergeben Sie es zuerst Ihrem Passwortmanager, und wählen Sie dann „Erledigt“.',
    'rotation-code/held-differently':
      'Was eingegeben wurde, ist nicht das Passwort oder nicht zweimal dasselbe. Vergleichen Sie es mit Ihrer Notiz und geben Sie es noch einmal ein.',
    'rotation-code/held-cancelled':
      'Das Fenster wurde geschlossen, bevor das Passwort zweimal eingegeben war. Versuchen Sie es noch einmal.',
    'rotation-code/held-not-possible':
      'Windows konnte das Fenster nicht zeigen, in das ein Passwort eingegeben wird. Machen Sie in der Desktop-App weiter, am Desktop des Servers angemeldet.',
    'rotation-code/held-not-typed': 'Dieses Passwort hat eine Person, das Programm hat es nicht mehr: Geben Sie es zuerst ein.',
  },
} as const satisfies Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>>
