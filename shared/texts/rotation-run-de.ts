import type { rotationRunTextsEn } from './rotation-run-en.ts'

/** What the core says of a password change that goes on, in German. */
export const rotationRunTextsDe: { readonly [Key in keyof typeof rotationRunTextsEn]: string } = {
  'rotation-place/returning': 'Zurück zu den alten Passwörtern',
  'rotation-place/complete': 'Die Änderung ist abgeschlossen',
  'rotation-place/cancelled': 'Die Änderung wurde geschlossen',
  'rotation-place/provisional': 'Das Gespräch kann weitergehen; der Rest folgt danach',

  'rotation-kind/windows': 'Windows',
  'rotation-kind/sql-server': 'SQL Server',
  'rotation-kind/erp': 'ERP',
  'rotation-dependant/service': 'Dienst',
  'rotation-dependant/task': 'Geplante Aufgabe',
  'rotation-dependant/window': 'Fenster des Sync-Tools',
  'rotation-dependant/other': 'Gespeicherte Anmeldung',
  'rotation-dependant/login': 'Anmeldung',

  'rotation-holds/old': 'altes Passwort',
  'rotation-holds/new': 'neues Passwort',
  'rotation-holds/superseded': 'ein Passwort, das seither ersetzt wurde',
  'rotation-holds/unknown': 'nicht bekannt',
  'rotation-holds/old-login': 'alte Anmeldung',
  'rotation-holds/new-login': 'neue Anmeldung',
  'rotation-disagree/next': '{{login}} und {{holders, list}} haben nicht dasselbe Passwort. Als Nächstes: {{next}}',
  'rotation-disagree/blocked':
    '{{login}} und {{holders, list}} haben nicht dasselbe Passwort. Beantworten Sie zuerst, was oben gefragt wird.',
  'rotation-disagree/alone': 'Welches Passwort {{login}} annimmt, ist nicht bekannt. Beantworten Sie zuerst, was oben gefragt wird.',

  'rotation-instruct/schedule/1':
    'Rufen Sie die Nummer von der eigenen Website des Herstellers an oder öffnen Sie dort ein Ticket. Nie eine Nummer aus einer E-Mail oder von einem Anrufer.',
  'rotation-instruct/schedule/2':
    'Fragen Sie, was jedes Passwortfeld des Sync-Tools annimmt: wie viele Zeichen und welche. In Schritt 7 ist es zu spät.',
  'rotation-instruct/schedule/3': 'Planen Sie eine Stunde ein, in der der Abgleich stillstehen darf.',
  'rotation-instruct/join-call/1': 'Sie teilen Ihren Bildschirm und behalten die Maus. Niemand sonst tippt auf diesem Server.',
  'rotation-instruct/join-call/2': 'Ein Passwort wird nie genannt, gezeigt oder geschickt. Wer nach einem fragt, ist nicht vom Hersteller.',
  'rotation-instruct/pause-by-hand/1': 'Warten Sie, bis ein laufender Abgleich zu Ende ist, und halten Sie ihn dann an.',
  'rotation-instruct/change-password/windows/1':
    'Ein Domänenadministrator setzt das neue Passwort von {{login}} in „Active Directory-Benutzer und -Computer“, ohne „muss bei der nächsten Anmeldung geändert werden“.',
  'rotation-instruct/change-password/windows/2': 'Warten Sie, bis die Domänencontroller repliziert haben.',
  'rotation-instruct/change-password/erp/1': 'Öffnen Sie als Administrator des ERP dessen Benutzerverwaltung.',
  'rotation-instruct/change-password/erp/2':
    'Setzen Sie das neue Passwort von {{login}}. Nehmen Sie das Häkchen „bei der nächsten Anmeldung ändern“ weg, wo es eines gibt.',
  'rotation-instruct/create-user/windows/1':
    'Ein Domänenadministrator legt {{user}} mit dem neuen Passwort an, das nicht abläuft, in keiner anderen Gruppe als Domänen-Benutzer.',
  'rotation-instruct/create-user/erp/1': 'Legen Sie {{user}} im ERP mit den Rechten an, die {{login}} hat, und mit nicht mehr.',
  'rotation-instruct/grant-rights/windows/1': '{{user}} braucht: {{rights, list}}.',
  'rotation-instruct/grant-rights/erp/1': 'Geben Sie {{user}} die Rollen, die das Sync-Tool braucht, und keine Administratorrolle.',
  'rotation-instruct/update-by-hand/1': 'Öffnen Sie {{holder}} und tragen Sie dort das neue Passwort von {{login}} ein.',
  'rotation-instruct/hand-over/1': 'Der Berater öffnet die Einstellungen des Sync-Tools. Sie klicken in dessen Passwortfeld.',
  'rotation-instruct/hand-over/2': 'Das Passwort wird für Sie in das Feld getippt. Auf dem Bildschirm erscheint es nicht.',
  'rotation-instruct/hand-over/rehearsal': 'In dieser Probe wird nirgends etwas getippt.',
  'rotation-instruct/confirm-entered/1': 'Der Berater speichert die Einstellungen und sieht, dass das Sync-Tool sie annimmt.',
  'rotation-instruct/verify-login/erp/1': 'Melden Sie sich einmal als {{login}} mit dem neuen Passwort am ERP an.',
  'rotation-instruct/verify-holder/window/1':
    'Der Berater nutzt „Verbindung testen“ des Sync-Tools oder lässt einen kleinen Abgleich laufen.',
  'rotation-instruct/vendor-confirm/1':
    'Der Berater sieht auf der Seite des Herstellers nach: Neue Datensätze kommen dort an. Notieren Sie, wer es gesagt hat.',
  'rotation-instruct/end-call/1': 'Beenden Sie die Bildschirmfreigabe und die Fernsitzung. Entfernen Sie, was dafür installiert wurde.',
  'rotation-instruct/retire-old-login/1': 'Deaktivieren Sie {{login}}; entfernen Sie es, wenn es einen Monat lang niemand vermisst hat.',
  'rotation-instruct/resume-by-hand/1': 'Starten Sie den Abgleich wieder im eigenen Fenster des Sync-Tools.',

  'rotation-left/act-failed': '{{act}} Das ist nicht gelungen.',
  'rotation-left/nothing-changed': 'Es wurde dadurch nichts geändert.',
  'rotation-left/maybe-changed': 'Ob es geschehen ist, ist nicht bekannt; wo es möglich war, wurde der Server gefragt.',
  'rotation-code/time-out': 'Es hat länger als {{minutes}} Minuten gedauert.',
  'rotation-code/fault': 'Das Programm selbst hat versagt; Näheres steht im Fehlerprotokoll.',
  'rotation-code/told-by-person': 'Sie haben es so gesagt.',
  'rotation-code/account-not-read':
    'Das Konto ließ sich nicht zurücklesen: Prüfen Sie, ob das Programm als Administrator läuft, und versuchen Sie es erneut.',
  'rotation-code/task-not-read':
    'Die Aufgabe ließ sich nicht zurücklesen: Sehen Sie in der Aufgabenplanung nach, ob es sie gibt, und versuchen Sie es erneut.',
  'rotation-code/keychain': 'Der Schlüsselbund verweigert es: {{problem}}',
  'rotation-code/other': 'Der Server sagt: {{code}}',
  'rotation-next/act-failed': 'Beheben Sie die Ursache und versuchen Sie es erneut. Solange der Weg offen ist, können Sie auch zurück.',
  'rotation-next/password-refused': 'Vielleicht wird ein anderes Passwort angenommen: Erzeugen Sie eines. Oder gehen Sie zurück.',
  'rotation-next/verification-failed':
    'Versuchen Sie es erneut, wenn die Ursache gefunden ist. Ist das Passwort selbst falsch, erzeugen und setzen Sie ein anderes.',
  'rotation-next/watch-failed': 'Sehen Sie sich zuerst den Dienst und sein Protokoll an. Beobachten Sie dann erneut oder gehen Sie zurück.',
  'rotation-next/password-unknown': 'Setzen Sie ein neues Passwort: Dann haben wieder alle dasselbe.',
  'rotation-next/user-unknown': 'Sehen Sie nach, ob es den Benutzer gibt, und versuchen Sie es erneut.',
  'rotation-next/old-password-gone': 'Der Weg zurück ist zu. Gehen Sie mit einem neuen Passwort weiter.',

  'rotation-explain/retry-chosen': 'Derselbe Schritt wird noch einmal getan.',
  'rotation-explain/renewal-chosen':
    'Jede Anmeldung dieser Änderung bekommt noch ein neues Passwort; alle, die es brauchen, bekommen es auch.',
  'rotation-explain/back-chosen':
    'Alles, was geändert wurde, bekommt die alten Passwörter zurück, und der Abgleich läuft weiter wie vorher.',
  'rotation-explain/forward-chosen': 'Die Änderung geht doch weiter, mit neuen Passwörtern, wo jemand ein altes haben könnte.',
  'rotation-explain/cancelled': 'Die Änderung wird geschlossen. Am Server wurde nichts geändert.',
  'rotation-explain/finish-provisionally':
    'Der Nachweis wird jetzt geschrieben. Was erst nach dem Gespräch geht, bleibt auf der Liste, und das Zertifikat sagt „vorläufig“.',
  'rotation-decision/finish-provisionally': 'Vorläufig abschließen',

  'rotation-ask/secret': 'Haben Sie das neue Passwort von {{login}} noch?',
  'rotation-ask/secret-old': 'Haben Sie das alte Passwort von {{login}} noch?',
  'rotation-ask/password': 'Welches Passwort nimmt {{login}} jetzt an? Melden Sie sich dazu einmal am ERP an.',
  'rotation-ask/user': 'Gibt es den neuen Benutzer von {{login}} im ERP?',
  'rotation-ask/yes': 'Ja',
  'rotation-ask/no': 'Nein',
  'rotation-ask/holds-old': 'Das alte',
  'rotation-ask/holds-new': 'Das neue',
  'rotation-ask/unknown': 'Das kann ich nicht sagen',

  'rotation-record/best': '{{login}}: Bestens, {{unique}}, seit {{time}}.',
  'rotation-record/good': '{{login}}: Gut, {{unique}}, seit {{time}}.',
  'rotation-record/weak': '{{login}}: Schwach, {{unique}}, seit {{time}}.',
  'rotation-record/unique': 'nirgends sonst verwendet',
  'rotation-record/not-unique': 'auch anderswo verwendet',
  'rotation-remains/unread':
    'Diese Ereignisprotokolle waren nicht zu lesen: {{logs, list}}. Dass dort niemand eine fehlgeschlagene Anmeldung sah, heißt nicht, dass es keine gab.',
  'rotation-record/checkup': 'Die Passwortpunkte der Prüfung dieses Servers wissen davon.',
  'rotation-record/rehearsal': 'Eine Probe ändert nichts: Die Prüfung dieses Servers bleibt, wie sie ist.',
  'rotation-record/sample': 'Die Prüfung des Beispielservers weiß davon, wie es die eines echten täte.',

  'rotation-line/at': '{{server}}: Schritt {{number}} von 10, {{step}}.',
  'rotation-line/asking': '{{server}}: unterbrochen. Zuerst wird der Server gefragt, was wirklich geschehen ist.',
  'rotation-line/deciding': '{{server}}: Etwas ist schiefgegangen, und Sie müssen entscheiden.',
  'rotation-line/returning': '{{server}}: auf dem Weg zurück zu den alten Passwörtern.',
  'rotation-line/grace': '{{server}}: fertig. Die alten Passwörter werden am {{day}} aus dem Schlüsselbund gelöscht.',
  'rotation-line/unknown': 'Eine Passwortänderung, über die sich nicht mehr sagen lässt.',

  'rotation-obstacle/broken':
    'Ihr Journal wurde bei Eintrag {{index}} verändert oder beschädigt. Es lässt sich lesen, aber nicht fortsetzen.',
  'rotation-obstacle/disproven': 'Ihr Journal ist nicht das, das hier geschrieben wurde: Einträge fehlen oder wurden ersetzt.',
  'rotation-obstacle/older': 'Ihr Journal ist von einer älteren Version ({{format}}), die dieses Programm nicht fortsetzen kann.',
  'rotation-obstacle/not-understood': 'Eintrag {{index}} ihres Journals ist nicht zu verstehen.',
  'rotation-obstacle/name': 'Ihr Journal trägt den Namen eines anderen.',
  'rotation-obstacle/finished': 'Sie ist zu Ende.',
  'rotation-obstacle/place':
    'Der Ordner {{folder}} ist nicht sicher genug ({{problem}}). Fragen Sie, wer ihn angelegt hat, und entfernen Sie ihn dann.',
  'rotation-obstacle/newer': 'Eine neuere Version dieses Programms hat ihr Journal geschrieben ({{format}}). Aktualisieren Sie dieses.',
  'rotation-obstacle/not-read': 'Ihr Journal ist nicht zu lesen ({{code}}).',
  'rotation-obstacle/not-written':
    'Ihr Journal ist nicht zu schreiben ({{code}}). Schaffen Sie Platz auf dem Datenträger und versuchen Sie es erneut.',
  'rotation-obstacle/in-use': 'Ein anderes Fenster oder ein anderer Administrator hat sie geöffnet. Schließen Sie sie zuerst dort.',
  'rotation-obstacle/not-there': 'Sie ist nicht mehr da.',
  'rotation-obstacle/changed': 'Gerade hat jemand in ihr Journal geschrieben. Versuchen Sie es erneut.',
  'rotation-obstacle/world': 'Der Beispielserver dieser Probe ist beschädigt. Verwerfen Sie die Probe und beginnen Sie neu.',
  'rotation-obstacle/replay': 'Eintrag {{index}} ihres Journals kann nicht geschehen sein. Es lässt sich lesen, aber nicht fortsetzen.',

  'rotation-problem/unwritten': 'Das Journal nimmt nichts mehr auf ({{code}}); deshalb wurde nichts getan.',
  'rotation-problem/interrupted': 'Das Journal nahm nichts mehr auf ({{code}}), während etwas getan wurde.',
  'rotation-problem/keychain': 'Der Schlüsselbund hat das Ende des Journals nicht angenommen: {{problem}}',
  'rotation-problem/not-asked': 'Der Schlüsselbund antwortet nicht; deshalb geht nichts weiter: {{problem}}',
  'rotation-problem/next':
    'Schaffen Sie Platz auf dem Datenträger oder entsperren Sie den Schlüsselbund und wählen Sie „Fortsetzen“: Zuerst wird der Server gefragt.',
  'rotation-problem/stale': 'Die Änderung ist inzwischen weitergegangen, vielleicht in einem anderen Fenster. Hier steht sie jetzt.',
  'rotation-problem/waits': 'Das geht ab {{time}}.',

  'rotation/refused/cannot-begin': 'Etwas steht im Weg; deshalb wurde nichts begonnen.',
  'rotation/only-rehearsal/sample': 'Das ist ein Beispielserver: Seine Änderung ist eine Probe.',
  'rotation/only-rehearsal/no-keychain':
    'Eine Richtlinie verbietet hier gespeicherte Passwörter; eine Änderung lässt sich nur proben. Lassen Sie sie für die Zeit der Änderung zu.',
  'rotation/only-rehearsal/not-here':
    'Das ist nicht der Server, der gelesen wurde; eine Änderung lässt sich hier nur proben. Starten Sie die App auf dem Server und prüfen Sie ihn dort.',
  'rotation/only-rehearsal/in-browser':
    'Im Browser lässt sich eine Änderung nur proben. Die Änderung selbst braucht die Desktop-App auf diesem Server.',
  'rotation/only-rehearsal/not-elevated':
    'Ohne Administratorrechte lässt sich eine Änderung nur proben. Starten Sie die App als Administrator neu.',
  'rotation/refused/only-rehearsal': 'Diese Änderung lässt sich hier nur proben; deshalb wurde nichts begonnen.',
  'rotation/refused/no-hand-over': 'An dieser Stelle der Änderung ist kein Passwort zu übergeben.',
  'rotation/refused/not-typed':
    'Es wurde nichts begonnen. Tippen Sie {{names}}, um zu bestätigen, dass die Geheimnisse verloren gehen, die Windows dafür aufbewahrt.',
  'rotation/refused/not-open': 'Diese Passwortänderung ist nicht geöffnet. Gehen Sie zum Start und setzen Sie sie dort fort.',
  'rotation/refused/no-rehearsal': 'Nur eine Probe lässt sich verwerfen. Eine echte Änderung wird Schritt für Schritt rückgängig gemacht.',
  'rotation/refused/running': 'Das Programm ist gerade dabei. Warten Sie, bis das getan ist.',
  'rotation/refused/name': 'Sagen Sie, wer es bestätigt hat.',
  'rotation/refused/session': 'Sagen Sie, ob die Sitzung des Herstellers weg ist.',
  'rotation/no-login': 'Hier ist keine Anmeldung eines Sync-Tools bekannt. Nennen Sie sie zuerst unter „Einrichtung“.',
  'rotation/through-windows_one': '{{logins, list}} meldet sich über Windows am SQL Server an und ändert sich mit dem Windows-Konto.',
  'rotation/through-windows_other': '{{logins, list}} melden sich über Windows am SQL Server an und ändern sich mit ihren Windows-Konten.',
  'rotation/calendar/call': 'Passwortänderung von {{server}} mit dem Hersteller',
  'rotation/calendar/call-more':
    'Begleitete Passwortänderung des ERP-Sync-Tools auf {{server}}. Niemand muss vorher ein Passwort schicken.',
  'rotation/calendar/review': 'Sicherheitsprüfung von {{server}}',
  'rotation/calendar/review-more': '{{server}} erneut prüfen und mit der letzten Prüfung vergleichen.',
}
