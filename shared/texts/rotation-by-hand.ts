/**
 * How a person brings a new password to what keeps one, by the kind of it; the last step sees that it works.
 *
 * Names of menus are those of Windows Server and SQL Server in the language.
 */
export const rotationByHandTexts = {
  en: {
    'rotation-instruct/update-by-hand/service/1':
      'In Services (services.msc) open the properties of {{holder}}, page “Log On”, and enter the new password twice.',
    'rotation-instruct/update-by-hand/service/2': 'Restart the service and see that it stays running.',
    'rotation-instruct/update-by-hand/task/1':
      'In Task Scheduler open the properties of {{holder}}, press OK and enter the new password of {{login}}.',
    'rotation-instruct/update-by-hand/task/2': 'Run the task once: its last result has to be 0x0.',
    'rotation-instruct/update-by-hand/iis-pool/1':
      'In IIS Manager, Application Pools, {{holder}}, Advanced Settings, Identity: set {{login}} with the new password.',
    'rotation-instruct/update-by-hand/iis-pool/2': 'Recycle the pool and open one page of it.',
    'rotation-instruct/update-by-hand/iis-virtual-directory/1':
      'In IIS Manager open {{holder}}, Basic Settings, Connect as: set {{login}} with the new password.',
    'rotation-instruct/update-by-hand/iis-virtual-directory/2': 'Press “Test Settings”: both lines have to be green.',
    'rotation-instruct/update-by-hand/iis-anonymous-user/1':
      'In IIS Manager open {{holder}}, Authentication, Anonymous Authentication, Edit: set {{login}} with the new password.',
    'rotation-instruct/update-by-hand/iis-anonymous-user/2': 'Open one page without signing in.',
    'rotation-instruct/update-by-hand/iis-configuration/1':
      'In IIS Manager open the Configuration Editor at {{holder}} and set the new password of {{login}}.',
    'rotation-instruct/update-by-hand/iis-configuration/2': 'Open one page that uses it.',
    'rotation-instruct/update-by-hand/dcom-application/1':
      'In Component Services (dcomcnfg), DCOM Config, {{holder}}, Properties, Identity: enter the new password twice.',
    'rotation-instruct/update-by-hand/dcom-application/2': 'Use the program once.',
    'rotation-instruct/update-by-hand/com-plus-application/1':
      'In Component Services (dcomcnfg), COM+ Applications, {{holder}}, Properties, Identity: enter the new password twice.',
    'rotation-instruct/update-by-hand/com-plus-application/2': 'Shut the application down and start it again.',
    'rotation-instruct/update-by-hand/stored-credential/1':
      'In Credential Manager of the account that uses it, edit {{holder}} and enter the new password.',
    'rotation-instruct/update-by-hand/stored-credential/2': 'Connect once with it.',
    'rotation-instruct/update-by-hand/mapped-drive/1': 'Disconnect {{holder}} and connect it again as {{login}} with the new password.',
    'rotation-instruct/update-by-hand/sql-credential/1':
      'In SQL Server Management Studio, Security, Credentials, {{holder}}: enter the new password twice.',
    'rotation-instruct/update-by-hand/sql-credential/2': 'Run one job or backup that uses it.',
    'rotation-instruct/update-by-hand/linked-server/1':
      'In SQL Server Management Studio, Server Objects, Linked Servers, {{holder}}, Security: enter the new password of {{login}}.',
    'rotation-instruct/update-by-hand/linked-server/2': 'Choose “Test Connection” of the linked server.',
    'rotation-instruct/update-by-hand/agent-proxy/1':
      'The proxy {{holder}} uses a credential: in Security, Credentials, enter the new password there.',
    'rotation-instruct/update-by-hand/agent-proxy/2': 'Run one job step that uses the proxy.',
    'rotation-instruct/update-by-hand/agent-job/1': 'Open the job {{holder}} and see that its owner is still right.',
    'rotation-instruct/update-by-hand/agent-job/2': 'Run it once.',
  },
  de: {
    'rotation-instruct/update-by-hand/service/1':
      'Öffnen Sie in „Dienste“ (services.msc) die Eigenschaften von {{holder}}, Seite „Anmelden“, und geben Sie das neue Passwort zweimal ein.',
    'rotation-instruct/update-by-hand/service/2': 'Starten Sie den Dienst neu und sehen Sie, dass er weiterläuft.',
    'rotation-instruct/update-by-hand/task/1':
      'Öffnen Sie in der Aufgabenplanung die Eigenschaften von {{holder}}, wählen Sie OK und geben Sie das neue Passwort von {{login}} ein.',
    'rotation-instruct/update-by-hand/task/2': 'Führen Sie die Aufgabe einmal aus: Ihr letztes Ergebnis muss 0x0 sein.',
    'rotation-instruct/update-by-hand/iis-pool/1':
      'Im IIS-Manager, Anwendungspools, {{holder}}, Erweiterte Einstellungen, Identität: {{login}} mit dem neuen Passwort setzen.',
    'rotation-instruct/update-by-hand/iis-pool/2': 'Den Pool neu starten und eine Seite davon öffnen.',
    'rotation-instruct/update-by-hand/iis-virtual-directory/1':
      'Im IIS-Manager {{holder}} öffnen, Grundeinstellungen, Verbinden als: {{login}} mit dem neuen Passwort setzen.',
    'rotation-instruct/update-by-hand/iis-virtual-directory/2': '„Einstellungen testen“ wählen: Beide Zeilen müssen grün sein.',
    'rotation-instruct/update-by-hand/iis-anonymous-user/1':
      'Im IIS-Manager {{holder}} öffnen, Authentifizierung, Anonyme Authentifizierung, Bearbeiten: {{login}} mit dem neuen Passwort setzen.',
    'rotation-instruct/update-by-hand/iis-anonymous-user/2': 'Eine Seite ohne Anmeldung öffnen.',
    'rotation-instruct/update-by-hand/iis-configuration/1':
      'Im IIS-Manager den Konfigurations-Editor bei {{holder}} öffnen und das neue Passwort von {{login}} setzen.',
    'rotation-instruct/update-by-hand/iis-configuration/2': 'Eine Seite öffnen, die es nutzt.',
    'rotation-instruct/update-by-hand/dcom-application/1':
      'In den Komponentendiensten (dcomcnfg), DCOM-Konfiguration, {{holder}}, Eigenschaften, Identität: das neue Passwort zweimal eingeben.',
    'rotation-instruct/update-by-hand/dcom-application/2': 'Das Programm einmal benutzen.',
    'rotation-instruct/update-by-hand/com-plus-application/1':
      'In den Komponentendiensten (dcomcnfg), COM+-Anwendungen, {{holder}}, Eigenschaften, Identität: das neue Passwort zweimal eingeben.',
    'rotation-instruct/update-by-hand/com-plus-application/2': 'Die Anwendung herunterfahren und wieder starten.',
    'rotation-instruct/update-by-hand/stored-credential/1':
      'In der Anmeldeinformationsverwaltung des Kontos, das sie nutzt, {{holder}} bearbeiten und das neue Passwort eingeben.',
    'rotation-instruct/update-by-hand/stored-credential/2': 'Einmal damit verbinden.',
    'rotation-instruct/update-by-hand/mapped-drive/1': '{{holder}} trennen und als {{login}} mit dem neuen Passwort wieder verbinden.',
    'rotation-instruct/update-by-hand/sql-credential/1':
      'In SQL Server Management Studio, Sicherheit, Anmeldeinformationen, {{holder}}: das neue Passwort zweimal eingeben.',
    'rotation-instruct/update-by-hand/sql-credential/2': 'Einen Auftrag oder eine Sicherung ausführen, die sie nutzt.',
    'rotation-instruct/update-by-hand/linked-server/1':
      'In SQL Server Management Studio, Serverobjekte, Verbindungsserver, {{holder}}, Sicherheit: das neue Passwort von {{login}} eingeben.',
    'rotation-instruct/update-by-hand/linked-server/2': '„Verbindung testen“ des Verbindungsservers wählen.',
    'rotation-instruct/update-by-hand/agent-proxy/1':
      'Der Proxy {{holder}} nutzt Anmeldeinformationen: in Sicherheit, Anmeldeinformationen, dort das neue Passwort eingeben.',
    'rotation-instruct/update-by-hand/agent-proxy/2': 'Einen Auftragsschritt ausführen, der den Proxy nutzt.',
    'rotation-instruct/update-by-hand/agent-job/1': 'Den Auftrag {{holder}} öffnen und sehen, dass sein Besitzer noch stimmt.',
    'rotation-instruct/update-by-hand/agent-job/2': 'Ihn einmal ausführen.',
  },
} as const satisfies Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>>
