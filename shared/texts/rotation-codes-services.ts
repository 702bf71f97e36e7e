/**
 * What a code means that came of stopping, changing, starting and watching services or of granting user rights, and what to do.
 *
 * Keys end in the code as the journal keeps it: `service-` and `right-` with a code of Windows or a word, `event-` with the number of an
 * event, `processes-` of what still runs.
 */
export const rotationCodeServiceTexts = {
  en: {
    'rotation-code/service-5':
      'Windows denied access to the service: start this program as an administrator, and check that no other program protects the service.',
    'rotation-code/service-109': 'The service broke off while it was told: let this program look whether it still runs, then go on.',
    'rotation-code/service-124':
      'This Windows does not know this setting of a service: set it by hand in the services console, then go on.',
    'rotation-code/service-232': 'The service was about to end while it was told: let this program look whether it still runs, then go on.',
    'rotation-code/service-1051':
      'Other services that need this one still run: stop them first in the services console, and start them again afterwards.',
    'rotation-code/service-1052': 'The service takes no order to stop: pause the sync in the sync tool’s own window instead.',
    'rotation-code/service-1053': 'The service did not answer in time: look in the services console what it does, then try again.',
    'rotation-code/service-1057':
      'Windows does not take this account for the service: check in Computer Management that it exists and is spelled the same.',
    'rotation-code/service-1058':
      'The service is disabled: let this program restore its start mode first, or set it in the services console.',
    'rotation-code/service-1060': 'There is no such service any more: check whether the sync tool was updated or removed.',
    'rotation-code/service-1061': 'The service takes no order just now: wait a minute, then try again.',
    'rotation-code/service-1067': 'The service ended by itself: look into the log of the sync tool, then try again.',
    'rotation-code/service-1068':
      'Another service that this one needs did not start: start that one in the services console, then try again.',
    'rotation-code/service-1069':
      'The service could not sign in, and Windows does not say why: check its account in Computer Management, then set its password again.',
    'rotation-code/service-1072':
      'The service is about to be removed: close every services console, or restart the server, then check the sync tool.',
    'rotation-code/service-1075': 'A service that this one needs is not there: repair the installation of the sync tool.',
    'rotation-code/service-1115': 'The server is shutting down: wait until it has started again, then take the change up.',
    'rotation-code/service-1326':
      'The service signs in with a password that is not right: let this program set account and password of the service again.',
    'rotation-code/service-1327':
      'A restriction of the account keeps the service from signing in: check its sign-in hours and computers in Computer Management.',
    'rotation-code/service-1328': 'The account of the service may not sign in at this hour: lift its sign-in hours.',
    'rotation-code/service-1329': 'The account of the service may not sign in on this computer: add the computer to its list.',
    'rotation-code/service-1330':
      'The password of the service’s account has expired: set a new one, and let passwords of service accounts not expire.',
    'rotation-code/service-1331': 'The account of the service is disabled: enable it in Computer Management, then try again.',
    'rotation-code/service-1385':
      'The account lacks the right to log on as a service: grant it in the local security policy, or in the policy that sets it.',
    'rotation-code/service-1793': 'The account of the service has expired: change its end date in Computer Management, then try again.',
    'rotation-code/service-1907':
      'The account of the service has to change its password at the next sign-in: switch that off in the properties of the account.',
    'rotation-code/service-1909':
      'The account of the service is locked after too many wrong passwords: find out what still uses the old one, and unlock it.',
    'rotation-code/service-pending':
      'The service was starting or stopping before, and got no further: look in the services console what it does, then try again.',
    'rotation-code/service-stop-stalled':
      'The service was told to stop, and got no further: give it a minute, look in the services console, then let this program look again.',
    'rotation-code/service-start-stalled':
      'The service was told to start, and got no further: look into the log of the sync tool, then let this program look again.',
    'rotation-code/service-stopped-again': 'The service started and ended at once: look into the log of the sync tool for the reason.',
    'rotation-code/service-restarted':
      'The service ended meanwhile and was started again: look into the log of the sync tool for the reason.',
    'rotation-code/service-paused': 'The service is paused: continue it in the services console, then try again.',
    'rotation-code/service-not-running': 'The service does not run any more: look into the log of the sync tool, then start it again.',
    'rotation-code/service-start-mode-differs':
      'Windows took the start mode, but the service shows another one: look in the services console whether a policy sets it.',
    'rotation-code/service-account-differs':
      'Windows took the account, but the service shows another one: look in the services console who it signs in as.',
    'rotation-code/service-account-not-ours':
      'Built-in, virtual and managed accounts have no password to change: give the sync tool its own user first.',
    'rotation-code/service-not-read': 'The service does not tell its state: look in the services console, then try again.',
    'rotation-code/service-not-as-before':
      'A service is not as it was before the pause: compare start mode and state in the services console.',
    'rotation-code/processes-left': 'Programs of the sync tool still run: close its windows, also in other sessions, then try again.',
    'rotation-code/processes-not-read':
      'Whether the sync tool still runs could not be seen: start this program as an administrator, or look in Task Manager.',
    'rotation-code/right-2': 'Windows has no entry of this account for user rights: check that nobody removed the account.',
    'rotation-code/right-5': 'Windows denied access to user rights: start this program as an administrator.',
    'rotation-code/right-1313': 'This Windows does not have the user right: take it off the plan.',
    'rotation-code/right-set-by-policy':
      'A group policy sets this user right and would undo the change: let its administrator add the account there.',
    'rotation-code/right-policy-not-known':
      'Whether a group policy sets this user right could not be read: grant it by hand in the local security policy, then try again.',
    'rotation-code/right-not-kept':
      'Windows said that it granted the user right, but the account does not have it: grant it in the local security policy.',
    'rotation-code/right-still-there':
      'Windows said that it took the user right away, but the account still has it: remove it in the local security policy.',
    'rotation-code/right-not-ours': 'This program grants only rights to log on: grant this one in the local security policy.',
    'rotation-code/right-account-not-found': 'Windows knows no account of this name: check that nobody removed or renamed it.',
    'rotation-code/right-account-not-ours': 'User rights are given to users alone here: choose the sync tool’s own user.',
    'rotation-code/event-7000':
      'The event log says that the service could not start: look at event 7000 of the Service Control Manager for the reason.',
    'rotation-code/event-7038':
      'The event log says that the service could not sign in: look at event 7038 of the Service Control Manager for the reason.',
    'rotation-code/event-4625':
      'Windows refused a sign-in with this login: look at event 4625 for the computer and the program, which may still use the old password.',
  },
  de: {
    'rotation-code/service-5':
      'Windows verweigert den Zugriff auf den Dienst: Starten Sie dieses Programm als Administrator, und prüfen Sie, ob ein anderes Programm den Dienst schützt.',
    'rotation-code/service-109':
      'Der Dienst brach bei der Anweisung ab: Lassen Sie dieses Programm nachsehen, ob er noch läuft, und machen Sie dann weiter.',
    'rotation-code/service-124':
      'Dieses Windows kennt diese Einstellung eines Dienstes nicht: Setzen Sie sie von Hand in der Dienstekonsole, und machen Sie dann weiter.',
    'rotation-code/service-232':
      'Der Dienst beendete sich gerade bei der Anweisung: Lassen Sie dieses Programm nachsehen, ob er noch läuft, und machen Sie dann weiter.',
    'rotation-code/service-1051':
      'Andere Dienste, die diesen brauchen, laufen noch: Beenden Sie diese zuerst in der Dienstekonsole, und starten Sie sie danach wieder.',
    'rotation-code/service-1052':
      'Der Dienst nimmt keine Anweisung zum Beenden an: Halten Sie den Abgleich stattdessen im Fenster des Sync-Tools an.',
    'rotation-code/service-1053':
      'Der Dienst antwortete nicht rechtzeitig: Sehen Sie in der Dienstekonsole nach, was er tut, und versuchen Sie es noch einmal.',
    'rotation-code/service-1057':
      'Windows nimmt dieses Konto für den Dienst nicht an: Prüfen Sie in der Computerverwaltung, ob es vorhanden ist und gleich geschrieben wird.',
    'rotation-code/service-1058':
      'Der Dienst ist deaktiviert: Lassen Sie dieses Programm zuerst den Starttyp wiederherstellen, oder setzen Sie ihn in der Dienstekonsole.',
    'rotation-code/service-1060': 'Diesen Dienst gibt es nicht mehr: Prüfen Sie, ob das Sync-Tool aktualisiert oder entfernt wurde.',
    'rotation-code/service-1061': 'Der Dienst nimmt gerade keine Anweisung an: Warten Sie eine Minute, und versuchen Sie es noch einmal.',
    'rotation-code/service-1067':
      'Der Dienst hat sich selbst beendet: Sehen Sie im Protokoll des Sync-Tools nach, und versuchen Sie es noch einmal.',
    'rotation-code/service-1068':
      'Ein anderer Dienst, den dieser braucht, startete nicht: Starten Sie jenen in der Dienstekonsole, und versuchen Sie es noch einmal.',
    'rotation-code/service-1069':
      'Der Dienst konnte sich nicht anmelden, und Windows sagt nicht, warum: Prüfen Sie sein Konto in der Computerverwaltung, und setzen Sie dann sein Passwort noch einmal.',
    'rotation-code/service-1072':
      'Der Dienst wird gerade entfernt: Schließen Sie jede Dienstekonsole, oder starten Sie den Server neu, und prüfen Sie dann das Sync-Tool.',
    'rotation-code/service-1075': 'Ein Dienst, den dieser braucht, ist nicht vorhanden: Reparieren Sie die Installation des Sync-Tools.',
    'rotation-code/service-1115':
      'Der Server wird heruntergefahren: Warten Sie, bis er wieder läuft, und nehmen Sie den Wechsel dann wieder auf.',
    'rotation-code/service-1326':
      'Der Dienst meldet sich mit einem falschen Passwort an: Lassen Sie dieses Programm Konto und Passwort des Dienstes noch einmal setzen.',
    'rotation-code/service-1327':
      'Eine Beschränkung des Kontos hindert den Dienst an der Anmeldung: Prüfen Sie Anmeldezeiten und Computer in der Computerverwaltung.',
    'rotation-code/service-1328': 'Das Konto des Dienstes darf sich zu dieser Zeit nicht anmelden: Heben Sie seine Anmeldezeiten auf.',
    'rotation-code/service-1329':
      'Das Konto des Dienstes darf sich an diesem Computer nicht anmelden: Nehmen Sie den Computer in dessen Liste auf.',
    'rotation-code/service-1330':
      'Das Passwort des Dienstkontos ist abgelaufen: Setzen Sie ein neues, und lassen Sie Passwörter von Dienstkonten nicht ablaufen.',
    'rotation-code/service-1331':
      'Das Konto des Dienstes ist deaktiviert: Aktivieren Sie es in der Computerverwaltung, und versuchen Sie es noch einmal.',
    'rotation-code/service-1385':
      'Dem Konto fehlt das Recht „Anmelden als Dienst“: Erteilen Sie es in der lokalen Sicherheitsrichtlinie oder in der Richtlinie, die es festlegt.',
    'rotation-code/service-1793':
      'Das Konto des Dienstes ist abgelaufen: Ändern Sie sein Enddatum in der Computerverwaltung, und versuchen Sie es noch einmal.',
    'rotation-code/service-1907':
      'Das Konto des Dienstes muss sein Passwort bei der nächsten Anmeldung ändern: Schalten Sie das in den Eigenschaften des Kontos ab.',
    'rotation-code/service-1909':
      'Das Konto des Dienstes ist nach zu vielen falschen Passwörtern gesperrt: Finden Sie heraus, was noch das alte verwendet, und entsperren Sie es.',
    'rotation-code/service-pending':
      'Der Dienst war schon vorher beim Starten oder Beenden und kam nicht weiter: Sehen Sie in der Dienstekonsole nach, was er tut, und versuchen Sie es noch einmal.',
    'rotation-code/service-stop-stalled':
      'Der Dienst sollte sich beenden und kam nicht weiter: Geben Sie ihm eine Minute, sehen Sie in der Dienstekonsole nach, und lassen Sie dann dieses Programm noch einmal nachsehen.',
    'rotation-code/service-start-stalled':
      'Der Dienst sollte starten und kam nicht weiter: Sehen Sie im Protokoll des Sync-Tools nach, und lassen Sie dann dieses Programm noch einmal nachsehen.',
    'rotation-code/service-stopped-again':
      'Der Dienst startete und beendete sich gleich wieder: Den Grund nennt das Protokoll des Sync-Tools.',
    'rotation-code/service-restarted':
      'Der Dienst endete zwischendurch und wurde neu gestartet: Den Grund nennt das Protokoll des Sync-Tools.',
    'rotation-code/service-paused':
      'Der Dienst ist angehalten: Setzen Sie ihn in der Dienstekonsole fort, und versuchen Sie es noch einmal.',
    'rotation-code/service-not-running':
      'Der Dienst läuft nicht mehr: Sehen Sie im Protokoll des Sync-Tools nach, und starten Sie ihn wieder.',
    'rotation-code/service-start-mode-differs':
      'Windows nahm den Starttyp an, der Dienst zeigt aber einen anderen: Sehen Sie in der Dienstekonsole nach, ob eine Richtlinie ihn festlegt.',
    'rotation-code/service-account-differs':
      'Windows nahm das Konto an, der Dienst zeigt aber ein anderes: Sehen Sie in der Dienstekonsole nach, als wer er sich anmeldet.',
    'rotation-code/service-account-not-ours':
      'Eingebaute, virtuelle und verwaltete Konten haben kein Passwort, das sich ändern ließe: Geben Sie dem Sync-Tool zuerst einen eigenen Benutzer.',
    'rotation-code/service-not-read':
      'Der Dienst verrät seinen Zustand nicht: Sehen Sie in der Dienstekonsole nach, und versuchen Sie es noch einmal.',
    'rotation-code/service-not-as-before':
      'Ein Dienst ist nicht so, wie er vor der Pause war: Vergleichen Sie Starttyp und Zustand in der Dienstekonsole.',
    'rotation-code/processes-left':
      'Programme des Sync-Tools laufen noch: Schließen Sie seine Fenster, auch in anderen Sitzungen, und versuchen Sie es noch einmal.',
    'rotation-code/processes-not-read':
      'Ob das Sync-Tool noch läuft, war nicht zu sehen: Starten Sie dieses Programm als Administrator, oder sehen Sie im Task-Manager nach.',
    'rotation-code/right-2':
      'Windows hat für dieses Konto keinen Eintrag bei den Benutzerrechten: Prüfen Sie, ob jemand das Konto entfernt hat.',
    'rotation-code/right-5': 'Windows verweigert den Zugriff auf Benutzerrechte: Starten Sie dieses Programm als Administrator.',
    'rotation-code/right-1313': 'Dieses Windows hat das Benutzerrecht nicht: Nehmen Sie es aus dem Plan.',
    'rotation-code/right-set-by-policy':
      'Eine Gruppenrichtlinie legt dieses Benutzerrecht fest und würde die Änderung zurücknehmen: Lassen Sie deren Administrator das Konto dort eintragen.',
    'rotation-code/right-policy-not-known':
      'Ob eine Gruppenrichtlinie dieses Benutzerrecht festlegt, war nicht zu lesen: Erteilen Sie es von Hand in der lokalen Sicherheitsrichtlinie, und versuchen Sie es noch einmal.',
    'rotation-code/right-not-kept':
      'Windows meldete das Benutzerrecht als erteilt, das Konto hat es aber nicht: Erteilen Sie es in der lokalen Sicherheitsrichtlinie.',
    'rotation-code/right-still-there':
      'Windows meldete das Benutzerrecht als entzogen, das Konto hat es aber noch: Entfernen Sie es in der lokalen Sicherheitsrichtlinie.',
    'rotation-code/right-not-ours':
      'Dieses Programm erteilt nur Anmelderechte: Erteilen Sie dieses Recht in der lokalen Sicherheitsrichtlinie.',
    'rotation-code/right-account-not-found':
      'Windows kennt kein Konto dieses Namens: Prüfen Sie, ob jemand es entfernt oder umbenannt hat.',
    'rotation-code/right-account-not-ours': 'Benutzerrechte erhalten hier nur Benutzer: Wählen Sie den eigenen Benutzer des Sync-Tools.',
    'rotation-code/event-7000':
      'Laut Ereignisprotokoll konnte der Dienst nicht starten: Den Grund nennt Ereignis 7000 des Service Control Manager.',
    'rotation-code/event-7038':
      'Laut Ereignisprotokoll konnte sich der Dienst nicht anmelden: Den Grund nennt Ereignis 7038 des Service Control Manager.',
    'rotation-code/event-4625':
      'Windows wies eine Anmeldung mit diesem Login ab: Ereignis 4625 nennt Computer und Programm, das vielleicht noch das alte Passwort verwendet.',
  },
} as const
