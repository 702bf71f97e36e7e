/**
 * What a code means that came of changing Windows accounts and scheduled tasks, and what to do.
 *
 * Keys end in the code as the journal keeps it. A code says no more than Windows documents of it: 2245 is the one answer for length,
 * history, complexity and minimum age.
 */
export const rotationCodeAccountTexts = {
  en: {
    'rotation-code/windows-5':
      'Windows denied access: start this program as an administrator, and check that no policy protects the account or the task.',
    'rotation-code/windows-86':
      'The old password is not right: go back, then enter the present one anew before the change, or delete it under Stored passwords to have it reset.',
    'rotation-code/windows-87': 'Windows does not take the name or the password in this form: check the name of the account.',
    'rotation-code/windows-1312':
      'A policy forbids Windows to keep passwords for tasks: let an administrator lift “Network access: Do not allow storage of passwords and credentials for network authentication”.',
    'rotation-code/windows-1314': 'This program lacks a right for that: start it as an administrator.',
    'rotation-code/windows-1317': 'There is no such account any more: check that nobody removed or renamed it.',
    'rotation-code/windows-1323': 'The old password is not right: use another way to find it, or choose an administrator’s reset.',
    'rotation-code/windows-1324': 'The new password has characters that Windows does not take: generate another one.',
    'rotation-code/windows-1325': 'The new password does not meet the password policy: generate a longer one, or look at the policy.',
    'rotation-code/windows-1326':
      'User name or password is not right: look first whether the account is still there and neither locked nor disabled.',
    'rotation-code/windows-1327':
      'A restriction of the account keeps it from signing in: check its sign-in hours and the policy for accounts without a password.',
    'rotation-code/windows-1328': 'The account may not sign in at this hour: try again within its sign-in hours.',
    'rotation-code/windows-1329': 'The account may not sign in on this computer: check the list of computers in its properties.',
    'rotation-code/windows-1330': 'The password is right but has expired: set a new one, and let passwords of service accounts not expire.',
    'rotation-code/windows-1331': 'The account is disabled: enable it in Computer Management, then try again.',
    'rotation-code/windows-1332': 'Windows knows no account of this name: check its spelling.',
    'rotation-code/windows-1311': 'No controller of the domain takes sign-ins now: check the network, then try again.',
    'rotation-code/windows-1355':
      'No controller that leads the domain of the account was found: check its name and the connection to the domain, then try again.',
    'rotation-code/windows-1788': 'This computer and the domain do not trust each other any more: let a domain administrator repair that.',
    'rotation-code/windows-1385':
      'The account lacks the right for this kind of sign-in, which says nothing of its password: grant the right, then try again.',
    'rotation-code/windows-1722':
      'The account database of Windows did not answer: check that the server is not shutting down, then try again.',
    'rotation-code/windows-1726': 'The connection to the account database broke: let this program look at what happened, then go on.',
    'rotation-code/windows-1793': 'The account has expired: change its end date in Computer Management, then try again.',
    'rotation-code/windows-1907':
      'The password is right but has to be changed at the next sign-in: switch that off in the properties of the account.',
    'rotation-code/windows-1909':
      'The account is locked after too many wrong passwords: find out what still uses the old one, and unlock it.',
    'rotation-code/windows-2202':
      'Windows does not take this user name: use at most 20 characters, and none of " / \\ [ ] : ; | = , + * ? < > @.',
    'rotation-code/windows-2203': 'Windows does not take this password: generate one of at most 127 characters.',
    'rotation-code/windows-2221': 'There is no such user: check that nobody removed or renamed it.',
    'rotation-code/windows-2224': 'There is a user of this name already, and this change did not make it: choose another name.',
    'rotation-code/windows-2226': 'Accounts are not changed on this computer: do it on the primary domain controller.',
    'rotation-code/windows-2245':
      'The new password breaks a rule: length, history, complexity, minimum age or a password filter; Windows does not say which, so look at the password policy.',
    'rotation-code/windows-2351': 'Windows does not take the name of this computer: restart the server if it was renamed, then try again.',
    'rotation-code/account-not-local': 'This is not the plain name of a user of this computer: domain accounts are changed by hand.',
    'rotation-code/password-age-unchanged':
      'Windows said that it set the password, but its age shows nothing new: let this program look which one holds.',
    'rotation-code/new-user-is-administrator':
      'The new user is an administrator, which it must not be: find out which policy adds it to that group.',
    'rotation-code/new-user-not-as-wanted':
      'The new user is not as it was asked for: look at its properties in Computer Management, and enable it if it is disabled.',
    'rotation-code/user-not-made-here':
      'This user was not made by this program, which therefore does not remove it: remove it by hand if nothing needs it.',
    'rotation-code/user-still-there':
      'Windows said that it removed the user, but it is still there: remove it by hand in Computer Management.',
    'rotation-code/user-still-enabled': 'Windows said that it disabled the user, but it is not: disable it by hand in Computer Management.',
    'rotation-code/user-flags-changed':
      'The user is disabled, but another setting of it changed as well: compare its properties in Computer Management.',
    'rotation-code/signed-in-as-other':
      'Windows signed somebody else in, so this proves nothing: disable the guest account, and check the policy for sign-ins as guest.',
    'rotation-code/task-stores-no-password':
      'The task keeps no password, so there is nothing to change: choose its account in Task Scheduler.',
    'rotation-code/task-not-there': 'The task is gone: check in Task Scheduler whether it was renamed, moved or removed.',
    'rotation-code/task-keeps-no-password':
      'Windows said that it changed the task, but the task keeps no password now: open it in Task Scheduler and enter it there.',
    'rotation-code/task-runs-as-other':
      'Windows said that it changed the task, but the task runs as another account: choose the account in Task Scheduler.',
    'rotation-code/task-changed-otherwise':
      'More of the task changed than its account and password: compare it in Task Scheduler with what it should be.',
    'rotation-code/task-may-not-sign-in':
      'The task was changed, but its account may not log on as a batch job: grant this right, then try again.',
    'rotation-code/windows-0x8004130F':
      'Task Scheduler has no account information for the task: open it there and enter account and password.',
    'rotation-code/windows-0x80041310': 'Task Scheduler does not find the account: check its spelling.',
    'rotation-code/windows-0x80041315': 'The service Task Scheduler does not run: start it, then try again.',
  },
  de: {
    'rotation-code/windows-5':
      'Windows verweigert den Zugriff: Dieses Programm als Administrator starten und prüfen, ob eine Richtlinie Konto oder Aufgabe schützt.',
    'rotation-code/windows-86':
      'Das alte Passwort stimmt nicht: zurückgehen und vor der Änderung das jetzige neu eingeben, oder es unter „Gespeicherte Passwörter“ löschen, um es zurückzusetzen.',
    'rotation-code/windows-87': 'Windows nimmt Namen oder Passwort in dieser Form nicht an: den Namen des Kontos prüfen.',
    'rotation-code/windows-1312':
      'Eine Richtlinie verbietet Windows, Passwörter für Aufgaben aufzubewahren: „Netzwerkzugriff: Speicherung von Kennwörtern und Anmeldeinformationen für die Netzwerkauthentifizierung nicht zulassen“ aufheben lassen.',
    'rotation-code/windows-1314': 'Diesem Programm fehlt dafür ein Recht: als Administrator starten.',
    'rotation-code/windows-1317': 'Dieses Konto gibt es nicht mehr: prüfen, ob es jemand gelöscht oder umbenannt hat.',
    'rotation-code/windows-1323':
      'Das alte Passwort stimmt nicht: anders herausfinden oder das Zurücksetzen durch einen Administrator wählen.',
    'rotation-code/windows-1324': 'Das neue Passwort hat Zeichen, die Windows nicht annimmt: ein anderes erzeugen.',
    'rotation-code/windows-1325':
      'Das neue Passwort genügt der Kennwortrichtlinie nicht: ein längeres erzeugen oder die Richtlinie ansehen.',
    'rotation-code/windows-1326':
      'Benutzername oder Passwort stimmt nicht: zuerst nachsehen, ob es das Konto noch gibt und es weder gesperrt noch deaktiviert ist.',
    'rotation-code/windows-1327':
      'Eine Einschränkung des Kontos verhindert die Anmeldung: Anmeldezeiten und die Richtlinie für Konten ohne Kennwort prüfen.',
    'rotation-code/windows-1328':
      'Zu dieser Stunde darf sich das Konto nicht anmelden: innerhalb seiner Anmeldezeiten noch einmal versuchen.',
    'rotation-code/windows-1329':
      'An diesem Rechner darf sich das Konto nicht anmelden: die Liste der Rechner in seinen Eigenschaften prüfen.',
    'rotation-code/windows-1330':
      'Das Passwort stimmt, ist aber abgelaufen: ein neues setzen und Kennwörter von Dienstkonten nicht ablaufen lassen.',
    'rotation-code/windows-1331': 'Das Konto ist deaktiviert: in der Computerverwaltung aktivieren und noch einmal versuchen.',
    'rotation-code/windows-1332': 'Windows kennt kein Konto dieses Namens: die Schreibweise prüfen.',
    'rotation-code/windows-1311': 'Gerade nimmt kein Domänencontroller Anmeldungen an: das Netzwerk prüfen und noch einmal versuchen.',
    'rotation-code/windows-1355':
      'Der führende Controller der Domäne dieses Kontos wurde nicht gefunden: ihren Namen und die Verbindung zur Domäne prüfen und noch einmal versuchen.',
    'rotation-code/windows-1788':
      'Dieser Rechner und die Domäne vertrauen einander nicht mehr: einen Domänenadministrator das beheben lassen.',
    'rotation-code/windows-1385':
      'Dem Konto fehlt das Recht für diese Art der Anmeldung, was über sein Passwort nichts sagt: das Recht erteilen und noch einmal versuchen.',
    'rotation-code/windows-1722':
      'Die Kontendatenbank von Windows antwortet nicht: prüfen, ob der Server gerade herunterfährt, und noch einmal versuchen.',
    'rotation-code/windows-1726':
      'Die Verbindung zur Kontendatenbank ist abgerissen: dieses Programm nachsehen lassen, was geschehen ist, und dann fortfahren.',
    'rotation-code/windows-1793': 'Das Konto ist abgelaufen: sein Ablaufdatum in der Computerverwaltung ändern und noch einmal versuchen.',
    'rotation-code/windows-1907':
      'Das Passwort stimmt, muss aber bei der nächsten Anmeldung geändert werden: das in den Eigenschaften des Kontos abschalten.',
    'rotation-code/windows-1909':
      'Das Konto ist nach zu vielen falschen Passwörtern gesperrt: herausfinden, was noch das alte verwendet, und entsperren.',
    'rotation-code/windows-2202':
      'Windows nimmt diesen Benutzernamen nicht an: höchstens 20 Zeichen verwenden und keines von " / \\ [ ] : ; | = , + * ? < > @.',
    'rotation-code/windows-2203': 'Windows nimmt dieses Passwort nicht an: eines mit höchstens 127 Zeichen erzeugen.',
    'rotation-code/windows-2221': 'Diesen Benutzer gibt es nicht: prüfen, ob ihn jemand gelöscht oder umbenannt hat.',
    'rotation-code/windows-2224':
      'Einen Benutzer dieses Namens gibt es schon, und er stammt nicht von dieser Änderung: einen anderen Namen wählen.',
    'rotation-code/windows-2226': 'An diesem Rechner werden keine Konten geändert: am primären Domänencontroller ändern.',
    'rotation-code/windows-2245':
      'Das neue Passwort verletzt eine Regel: Länge, Chronik, Komplexität, Mindestalter oder ein Kennwortfilter; welche, sagt Windows nicht, also die Kennwortrichtlinie ansehen.',
    'rotation-code/windows-2351':
      'Windows nimmt den Namen dieses Rechners nicht an: den Server neu starten, falls er umbenannt wurde, und noch einmal versuchen.',
    'rotation-code/account-not-local':
      'Das ist nicht der bloße Name eines Benutzers dieses Rechners: Domänenkonten werden von Hand geändert.',
    'rotation-code/password-age-unchanged':
      'Windows will das Passwort gesetzt haben, sein Alter zeigt aber nichts Neues: dieses Programm nachsehen lassen, welches gilt.',
    'rotation-code/new-user-is-administrator':
      'Der neue Benutzer ist Administrator, was er nicht sein darf: herausfinden, welche Richtlinie ihn in diese Gruppe aufnimmt.',
    'rotation-code/new-user-not-as-wanted':
      'Der neue Benutzer ist nicht so, wie er angelegt werden sollte: seine Eigenschaften in der Computerverwaltung ansehen und ihn aktivieren, falls er deaktiviert ist.',
    'rotation-code/user-not-made-here':
      'Diesen Benutzer hat nicht dieses Programm angelegt, also löscht es ihn nicht: von Hand löschen, wenn ihn nichts braucht.',
    'rotation-code/user-still-there':
      'Windows will den Benutzer gelöscht haben, er ist aber noch da: in der Computerverwaltung von Hand löschen.',
    'rotation-code/user-still-enabled':
      'Windows will den Benutzer deaktiviert haben, er ist es aber nicht: in der Computerverwaltung von Hand deaktivieren.',
    'rotation-code/user-flags-changed':
      'Der Benutzer ist deaktiviert, es hat sich aber noch eine Einstellung geändert: seine Eigenschaften in der Computerverwaltung vergleichen.',
    'rotation-code/signed-in-as-other':
      'Windows hat jemand anderen angemeldet, also beweist das nichts: das Gastkonto deaktivieren und die Richtlinie für Anmeldungen als Gast prüfen.',
    'rotation-code/task-stores-no-password':
      'Die Aufgabe bewahrt kein Passwort auf, also ist nichts zu ändern: ihr Konto in der Aufgabenplanung wählen.',
    'rotation-code/task-not-there': 'Die Aufgabe ist weg: in der Aufgabenplanung prüfen, ob sie umbenannt, verschoben oder gelöscht wurde.',
    'rotation-code/task-keeps-no-password':
      'Windows will die Aufgabe geändert haben, sie bewahrt jetzt aber kein Passwort auf: in der Aufgabenplanung öffnen und dort eingeben.',
    'rotation-code/task-runs-as-other':
      'Windows will die Aufgabe geändert haben, sie läuft aber unter einem anderen Konto: das Konto in der Aufgabenplanung wählen.',
    'rotation-code/task-changed-otherwise':
      'An der Aufgabe hat sich mehr geändert als Konto und Passwort: in der Aufgabenplanung mit dem vergleichen, was sie sein soll.',
    'rotation-code/task-may-not-sign-in':
      'Die Aufgabe ist geändert, ihr Konto darf sich aber nicht als Stapelverarbeitungsauftrag anmelden: dieses Recht erteilen und noch einmal versuchen.',
    'rotation-code/windows-0x8004130F':
      'Die Aufgabenplanung hat für die Aufgabe keine Kontoangaben: dort öffnen und Konto und Passwort eingeben.',
    'rotation-code/windows-0x80041310': 'Die Aufgabenplanung findet das Konto nicht: die Schreibweise prüfen.',
    'rotation-code/windows-0x80041315': 'Der Dienst Aufgabenplanung läuft nicht: starten und noch einmal versuchen.',
  },
} as const
