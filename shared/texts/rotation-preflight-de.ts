import type { rotationPreflightTextsEn } from './rotation-preflight-en.ts'

/** Texts of what a preflight finds, in German; `rotation-preflight.ts` says how their keys are made. */
export const rotationPreflightTextsDe: { readonly [Key in keyof typeof rotationPreflightTextsEn]: string } = {
  'preflight/elevation-held': 'Das Programm läuft mit Administratorrechten.',
  'preflight/elevation-missing': 'Das Programm läuft ohne Administratorrechte. Schließen und mit „Als Administrator ausführen“ starten.',
  'preflight/facts-old':
    'Der Server wurde vor {{minutes}} Minuten eingelesen. Zuerst neu einlesen: Zustände und Fehlanmeldungen ändern sich.',
  'preflight/host-not-known':
    'Ob {{login}} ein lokales Konto oder eines der Domäne ist, ist nicht bekannt: Die Identität des Servers war nicht lesbar.',
  'preflight/no-login-chosen': 'Bitte mindestens eine Anmeldung wählen.',
  'preflight/session-not-known':
    'Unter welchem Konto dieses Programm läuft, ist nicht bekannt. Sicherstellen, dass keine der Anmeldungen die eigene ist.',
  'preflight/keychain-works': 'Der Schlüsselbund nimmt Passwörter an: Ein Eintrag wurde geschrieben, gelesen und entfernt.',
  'preflight/keychain-refuses':
    'Der Schlüsselbund nimmt keine Passwörter an ({{reason}}). Entsperren, oder für die Anmeldungen „von einer Person verwahrt“ wählen.',
  'preflight/keychain-not-known': 'Ob der Schlüsselbund Passwörter annimmt, ist nicht bekannt.',
  'preflight/journal-space-enough': 'Für das Journal ist Platz: {{megabytes}} MB sind frei.',
  'preflight/journal-space-short': 'Auf dem Datenträger des Journals sind {{megabytes}} MB frei. Mindestens {{needed}} MB freimachen.',
  'preflight/journal-space-not-known': 'Wie viel Platz der Datenträger des Journals hat, ist nicht bekannt.',
  'preflight/sync-services-found': 'Dienste des Sync-Tools, in der Reihenfolge, in der sie enden: {{services, list}}.',
  'preflight/sync-services-none': 'Kein Dienst des Sync-Tools ist bekannt. Den Abgleich von Hand in dessen eigenem Fenster anhalten.',
  'preflight/sync-services-missing': 'Auf diesem Server nicht gefunden: {{services, list}}. Die Dienste des Sync-Tools berichtigen.',
  'preflight/service-order-circular':
    '{{services, list}} brauchen einander im Kreis. Den Hersteller fragen, in welcher Reihenfolge sie enden.',
  'preflight/service-order-not-known':
    'Welche Dienste einander brauchen, ist nicht bekannt. Den Hersteller fragen, in welcher Reihenfolge sie enden.',
  'preflight/service-disabled': 'Dienst {{service}} ist deaktiviert: Er wird nicht wieder gestartet.',
  'preflight/service-busy': 'Dienst {{service}} läuft nicht und steht nicht ({{state}}). Warten, bis er eines von beiden tut.',
  'preflight/dependents-stop-too': 'Diese Dienste enden mit, weil sie die des Sync-Tools brauchen: {{services, list}}.',
  'preflight/restart-follows': 'Dienst {{service}} wird neu gestartet.',
  'preflight/account-found': 'Das Konto {{login}} gibt es.',
  'preflight/account-missing': 'Ein Konto {{login}} gibt es auf diesem Server nicht. Den Namen berichtigen.',
  'preflight/account-missing-in-domain': 'Ein Konto {{login}} gibt es in der Domäne nicht. Den Namen berichtigen.',
  'preflight/account-not-known': 'Ob es das Konto {{login}} gibt, ist nicht bekannt. Den Server als Administrator neu einlesen.',
  'preflight/account-of-domain':
    '{{login}} ist ein Konto der Domäne. Ein Domänenadministrator ändert das Passwort nach Anleitung; das Programm prüft es.',
  'preflight/account-disabled': 'Das Konto {{login}} ist deaktiviert. Aktivieren oder weglassen.',
  'preflight/account-locked': 'Das Konto {{login}} ist gesperrt. Herausfinden, was sich mit falschem Passwort anmeldet, dann entsperren.',
  'preflight/account-expired': 'Das Konto {{login}} ist seit {{since}} abgelaufen. Verlängern oder weglassen.',
  'preflight/account-expiry-not-known': 'Ob das Konto {{login}} abläuft, ist nicht bekannt.',
  'preflight/account-built-in': '{{login}} ist ein Konto von Windows selbst. Dem Sync-Tool einen eigenen Benutzer geben.',
  'preflight/account-virtual': '{{login}} ist ein virtuelles Konto: Es hat kein Passwort, das sich ändern ließe.',
  'preflight/account-managed': '{{login}} ist ein verwaltetes Konto: Windows ändert dessen Passwort selbst.',
  'preflight/account-of-sql-server':
    'SQL Server selbst läuft als {{login}} ({{services, list}}). Dem Sync-Tool einen eigenen Benutzer geben oder mit dem SQL Server-Konfigurations-Manager ändern.',
  'preflight/account-of-this-session': 'Unter {{login}} läuft dieses Programm. Als anderer Administrator starten.',
  'preflight/account-signed-in': '{{login}} ist angemeldet ({{session}}, {{state}}). Zuerst diese Sitzung abmelden.',
  'preflight/sessions-not-known': 'Ob {{login}} irgendwo angemeldet ist, ist nicht bekannt.',
  'preflight/new-user-free': 'Der Name {{user}} ist frei.',
  'preflight/new-user-exists': 'Der Name {{user}} ist vergeben. Einen anderen wählen.',
  'preflight/new-user-not-known': 'Ob der Name {{user}} frei ist, ist nicht bekannt. Den Server als Administrator neu einlesen.',
  'preflight/new-user-of-domain': '{{user}} wäre ein Benutzer der Domäne. Ein Domänenadministrator legt ihn nach Anleitung an.',
  'preflight/policy-not-known': 'Welche Passwörter der Server für {{login}} annimmt, ist nicht bekannt.',
  'preflight/policy-of-domain':
    'Welche Passwörter die Domäne für {{login}} annimmt und wann, ist von hier aus nicht zu sehen. Einen Domänenadministrator fragen.',
  'preflight/password-too-short':
    'Das Passwort für {{login}} hätte {{length}} Zeichen; der Server nimmt keines mit weniger als {{minimum}}. Länger wählen.',
  'preflight/password-too-long':
    'Das Passwort für {{login}} hätte {{length}} Zeichen; höchstens {{longest}} werden angenommen. Kürzer wählen.',
  'preflight/password-length-fits': '{{length}} Zeichen reichen für {{login}}: Der Server verlangt {{minimum}}.',
  'preflight/complexity-met': 'Erzeugte Passwörter haben jede Art von Zeichen, die der Server verlangen kann.',
  'preflight/complexity-not-known':
    'Ob der Server bestimmte Zeichen verlangt, ist nicht bekannt; erzeugte Passwörter haben jede Art davon.',
  'preflight/minimum-age_one':
    'Das Passwort von {{login}} muss mindestens einen Tag alt sein, ehe sein Benutzer es ändern darf. Möglich ist das ab {{possibleAt}}.',
  'preflight/minimum-age_other':
    'Das Passwort von {{login}} muss mindestens {{count}} Tage alt sein, ehe sein Benutzer es ändern darf. Möglich ist das ab {{possibleAt}}.',
  'preflight/minimum-age-passed': 'Das jetzige Passwort von {{login}} ist alt genug, um geändert zu werden.',
  'preflight/minimum-age-not-known': 'Ob das jetzige Passwort von {{login}} alt genug ist, um geändert zu werden, ist nicht bekannt.',
  'preflight/minimum-age-closes-back_one':
    'Nach der Änderung lässt sich das alte Passwort von {{login}} einen Tag lang nicht wieder setzen, außer durch Zurücksetzen als Administrator.',
  'preflight/minimum-age-closes-back_other':
    'Nach der Änderung lässt sich das alte Passwort von {{login}} {{count}} Tage lang nicht wieder setzen, außer durch Zurücksetzen als Administrator.',
  'preflight/history-closes-back_one':
    'Der Server merkt sich ein Passwort: Das alte von {{login}} lässt sich nicht wieder setzen, außer durch Zurücksetzen als Administrator.',
  'preflight/history-closes-back_other':
    'Der Server merkt sich {{count}} Passwörter: Das alte von {{login}} lässt sich nicht wieder setzen, außer durch Zurücksetzen als Administrator.',
  'preflight/password-will-expire_one': 'Das neue Passwort von {{login}} läuft nach einem Tag ab. Der Abgleich steht dann still.',
  'preflight/password-will-expire_other': 'Das neue Passwort von {{login}} läuft nach {{count}} Tagen ab. Der Abgleich steht dann still.',
  'preflight/cannot-change-password': '{{login}} darf das eigene Passwort nicht ändern. Zurücksetzen durch einen Administrator wählen.',
  'preflight/change-permission-not-known': 'Ob {{login}} das eigene Passwort ändern darf, ist nicht bekannt.',
  'preflight/reset-loses-secrets':
    'Zurücksetzen macht unlesbar, was Windows für {{login}} verwahrt: gespeicherte Anmeldeinformationen, verschlüsselte Dateien, geschützte Einstellungen. Den Hersteller fragen, ob sich die Einstellungen des Sync-Tools neu eingeben lassen.',
  'preflight/sign-ins-never-lock': 'Fehlanmeldungen sperren {{login}} nie.',
  'preflight/sign-in-tests-open': '{{login}} kann sich noch {{count}} von {{threshold}} Mal falsch anmelden, ehe es gesperrt wird.',
  'preflight/sign-in-tests-closed_one':
    '{{login}} wird nach einer weiteren Fehlanmeldung gesperrt (von {{threshold}}). Das Programm versucht keine; warten, bis der Zähler wieder auf null steht.',
  'preflight/sign-in-tests-closed_other':
    '{{login}} wird nach {{count}} weiteren Fehlanmeldungen gesperrt (von {{threshold}}). Das Programm versucht keine; warten, bis der Zähler wieder auf null steht.',
  'preflight/domain-sign-in-open':
    'Die Domäne zählt keine Fehlanmeldung von {{login}}. Das Programm versucht nach der Änderung eine Anmeldung; eine eigene Kennwortrichtlinie, die von hier aus nicht zu sehen ist, würde das Konto frühestens nach {{threshold}} sperren.',
  'preflight/domain-sign-in-closed':
    'Fehlanmeldungen von {{login}}, die die Domäne zählt: {{badPasswords}}; eine eigene Kennwortrichtlinie könnte das Konto nach {{threshold}} sperren. Das Programm versucht keine; den Zähler von einem Domänenadministrator zurücksetzen lassen oder warten, bis er auf null steht.',
  'preflight/lock-out-not-known': 'Wie viele Fehlanmeldungen {{login}} noch hat, ist nicht bekannt. Das Programm versucht keine.',
  'preflight/right-held': '{{login}} hat das Recht {{right}}.',
  'preflight/right-will-be-granted': '{{login}} fehlt das Recht {{right}}. Das Programm erteilt es.',
  'preflight/right-set-by-policy': '{{login}} fehlt das Recht {{right}}, das die Richtlinie {{policy}} setzt. Es muss dort erteilt werden.',
  'preflight/right-denied': '{{login}} ist die Anmeldung verweigert ({{right}}). Zuerst von dieser Liste nehmen.',
  'preflight/right-not-known': 'Ob {{login}} das Recht {{right}} hat oder eine Richtlinie es setzt, ist nicht bekannt.',
  'preflight/sql-not-known': 'SQL Server {{instance}} wurde nicht eingelesen. Zuerst dort anmelden.',
  'preflight/sql-login-found': 'Die Anmeldung {{login}} gibt es.',
  'preflight/sql-login-missing': 'SQL Server hat keine Anmeldung {{login}}. Den Namen berichtigen.',
  'preflight/sql-login-not-known': 'Ob SQL Server die Anmeldung {{login}} hat, ist nicht bekannt: Nicht jede Anmeldung war zu sehen.',
  'preflight/sql-login-of-windows': '{{login}} meldet sich über Windows bei SQL Server an: Ein eigenes Passwort hat sie dort nicht.',
  'preflight/sql-login-disabled': 'Die Anmeldung {{login}} ist deaktiviert. Aktivieren oder weglassen.',
  'preflight/sql-login-locked':
    'Die Anmeldung {{login}} ist gesperrt. Herausfinden, was sich mit falschem Passwort anmeldet, dann entsperren.',
  'preflight/sql-login-must-change':
    'Das Passwort von {{login}} ist abgelaufen oder muss geändert werden. Nur ein Administrator kann es setzen.',
  'preflight/sql-login-state-not-known': 'Ob die Anmeldung {{login}} gesperrt oder abgelaufen ist, ist nicht bekannt.',
  'preflight/sql-policy-off': 'SQL Server wendet auf {{login}} keine Passwortregeln an (CHECK_POLICY ist aus).',
  'preflight/sql-policy-on': 'Für {{login}} gelten die Passwortregeln von Windows.',
  'preflight/sql-policy-not-known': 'Ob für {{login}} die Passwortregeln von Windows gelten, ist nicht bekannt.',
  'preflight/sql-windows-only': 'Dieser SQL Server nimmt nur Windows-Konten an: {{login}} kann sich nicht anmelden.',
  'preflight/sql-mixed-mode': 'Dieser SQL Server nimmt Anmeldungen mit Passwort an.',
  'preflight/sql-mode-not-known': 'Ob dieser SQL Server Anmeldungen mit Passwort annimmt, ist nicht bekannt.',
  'preflight/sql-right-held': 'Das Konto, das {{login}} ändert, darf das ({{right}}).',
  'preflight/sql-right-missing': 'Dem Konto, das {{login}} ändern würde, fehlt {{right}}. Bei SQL Server mit einem anmelden, das es hat.',
  'preflight/sql-right-not-known': 'Ob das Konto, das {{login}} ändern würde, {{right}} hat, ist nicht bekannt.',
  'preflight/sql-replicas':
    'Die Anmeldung gibt es auch auf {{replicas, list}}. Das Programm ändert nur einen Server: die anderen von Hand ändern, mit demselben Passwort.',
  'preflight/sql-replicas-none': 'Dieser SQL Server gehört zu keiner Verfügbarkeitsgruppe.',
  'preflight/sql-replicas-not-known':
    'Ob andere Server dieselbe Anmeldung haben, ist nicht bekannt. In einer Verfügbarkeitsgruppe ist sie auf jedem zu ändern.',
  'preflight/sql-sessions_one':
    'Eine Verbindung von {{login}} ist offen ({{programs, list}}). Sie läuft mit dem alten Passwort weiter, bis sie endet.',
  'preflight/sql-sessions_other':
    '{{count}} Verbindungen von {{login}} sind offen ({{programs, list}}). Sie laufen mit dem alten Passwort weiter, bis sie enden.',
  'preflight/sql-sessions-none': 'Keine Verbindung von {{login}} ist offen.',
  'preflight/sql-sessions-not-known': 'Ob Verbindungen von {{login}} offen sind, ist nicht bekannt.',
  'preflight/erp-by-hand': 'Das Passwort von {{login}} wird von Hand im ERP geändert, Schritt für Schritt.',
  'preflight/updated-service': 'Dienst {{name}} bekommt das neue Passwort von {{login}} vom Programm.',
  'preflight/updated-task': 'Aufgabe {{name}} bekommt das neue Passwort von {{login}} vom Programm.',
  'preflight/used-by-service': 'Auch Dienst {{name}} meldet sich als {{login}} an.',
  'preflight/used-by-task': 'Auch Aufgabe {{name}} verwahrt das Passwort von {{login}}.',
  'preflight/used-by-iis-pool': 'Anwendungspool {{name}} von IIS läuft als {{login}}.',
  'preflight/used-by-iis-virtual-directory': 'Virtuelles Verzeichnis {{name}} von IIS wird als {{login}} gelesen.',
  'preflight/used-by-iis-anonymous-user': 'IIS bedient anonyme Besucher von {{name}} als {{login}}.',
  'preflight/used-by-iis-configuration': 'IIS liest seine gemeinsame Konfiguration in {{name}} als {{login}}.',
  'preflight/used-by-dcom-application': 'DCOM-Anwendung {{name}} läuft als {{login}}.',
  'preflight/used-by-com-plus-application': 'COM+-Anwendung {{name}} läuft als {{login}}.',
  'preflight/used-by-stored-credential': 'Die Anmeldeinformationsverwaltung verwahrt {{login}} für {{name}}.',
  'preflight/used-by-mapped-drive': 'Netzlaufwerk {{name}} ist als {{login}} verbunden.',
  'preflight/used-by-sql-credential': 'SQL Server verwahrt das Passwort von {{login}} in den Anmeldeinformationen {{name}}.',
  'preflight/used-by-linked-server': 'Der Verbindungsserver {{name}} meldet sich als {{login}} an.',
  'preflight/used-by-agent-proxy': 'Der Proxy {{name}} des SQL Server-Agents läuft als {{login}}.',
  'preflight/used-by-agent-job': 'Der Auftrag {{name}} des SQL Server-Agents gehört {{login}}.',
  'preflight/uses-none': 'Sonst hängt nichts von diesen Anmeldungen ab.',
  'preflight/uses-not-known': 'Wer sonst von diesen Anmeldungen abhängt, ist nicht bekannt: {{place}} nicht lesbar.',
  'preflight/uses-partly-known': 'Wer sonst von diesen Anmeldungen abhängt, ist nur zum Teil bekannt: {{place}} nicht ganz lesbar.',
  'preflight-advice/give-own-user':
    'Dem Sync-Tool zuerst einen eigenen Benutzer geben, oder dies auf die Liste dessen setzen, was von Hand getan wird.',
  'preflight-advice/do-by-hand': 'Das neue Passwort wird dort von Hand eingegeben.',
  'preflight-advice/stays-with-old-user': 'Es bleibt beim alten Benutzer, der daher nicht entfernt werden kann.',
  'preflight-advice/owner-alone': 'Dort steht nur der Name: Zu tun ist nichts.',
  'preflight-place/services': 'Dienste',
  'preflight-place/scheduled-tasks': 'geplante Aufgaben',
  'preflight-place/web-server': 'Konfiguration von IIS',
  'preflight-place/distributed-components': 'DCOM-Anwendungen',
  'preflight-place/component-applications': 'COM+-Anwendungen',
  'preflight-place/stored-credentials': 'Anmeldeinformationsverwaltung',
  'preflight-place/mapped-drives': 'Netzlaufwerke',
  'preflight-place/sql-server': 'SQL Server',
  'preflight-phase/pause': 'Abgleich anhalten',
  'preflight-phase/change': 'Passwort ändern',
  'preflight-phase/update': 'Nachziehen, was davon abhängt',
  'preflight-phase/enter': 'Im Sync-Tool eingeben',
  'preflight-phase/resume': 'Abgleich fortsetzen',
  'preflight-phase/verify': 'Prüfen',
}
