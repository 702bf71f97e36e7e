import type { textsEn } from './texts-en.ts'

export const textsDe: typeof textsEn = {
  title: 'Die SQL-Server-Anmeldung des Sync-Tools kann die Firmen von Sage 100 lesen und sonst nichts',
  why: 'Sage 100 hält seine Bücher selbst in Ordnung: eine Anmeldung, die an ihm vorbei schreiben kann, kann Preise, Aufträge und Konten spurlos ändern – und eine gestohlene täte es.',
  judged: [
    'Sie gilt für Sage 100 Premium, das seine Firmen auf SQL Server hält. Sind ERP oder Edition nicht genannt, verlangt das Aufmerksamkeit.',
    'Gebraucht werden MAS_System und die Datenbanken der produktiven Firmen. Ist keine Firma genannt, verlangt das Aufmerksamkeit, und die gesehenen werden aufgeführt; ebenso eine Datenbank, die es nicht gibt.',
    'In jeder gebrauchten Datenbank muss die Anmeldung zugeordnet und Mitglied von db_datareader sein, sonst ist es ein Mangel.',
    'In jeder Datenbank, der sie zugeordnet ist: eine Rolle außer public, db_datareader oder db_denydatawriter, Besitz, eine erteilte Berechtigung, die mehr als liest, eine wirksame Berechtigung, die mehr als liest, oder auch nur ein Objekt, das sie schreiben oder ausführen kann, ist ein Mangel. Eine erteilte Berechtigung, die nur liest, verlangt Aufmerksamkeit.',
    'Eine Serverrolle oder eine Serverberechtigung außer CONNECT SQL ist auf jeder Instanz ein Mangel.',
    'Einer anderen MAS_-Datenbank zugeordnet verlangt sie Aufmerksamkeit; jeder anderen außer den vier von SQL Server selbst ist ein Mangel.',
    'Was nicht zu sehen war, ist unbekannt: nicht ermittelte wirksame Berechtigungen und Instanzen, die nicht ganz sichtbar waren.',
  ],
  open: [
    'Datenbanken werden auf den Instanzen beurteilt, die MAS_System haben, Rechte auf dem Server auf jeder.',
    'Haben mehrere Instanzen MAS_System, muss die Anmeldung dort zugeordnet sein, wo es sie gibt; hat sie keine davon, gilt sie als nicht zugeordnet.',
    'Lesende Berechtigungen sind SELECT, VIEW und SHOWPLAN in jeder Form; CONNECT zählt nicht, weil ohne sie kein Benutzer hineinkäme.',
    'Ließ sich nicht ermitteln, welche Objekte die Anmeldung schreiben kann, ist die Prüfung bestanden und sagt das dazu.',
    'Eine nicht genannte oder nicht gefundene Anmeldung wird beurteilt wie bei der Prüfung der SQL-Anmeldung selbst.',
  ],
  steps: {
    'see-rights': {
      text: 'Ansehen, was die Anmeldung wirklich darf; LOGIN durch ihren Namen ersetzen. In Management Studio: Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Benutzerzuordnung.',
    },
    map: {
      text: 'Sie MAS_System und jeder produktiven Firma zuordnen: Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Benutzerzuordnung > Datenbank ankreuzen, darunter nur public und db_datareader.',
      undo: 'DROP USER [LOGIN]; in derselben Datenbank',
    },
    'take-rights': {
      text: 'Jede andere Rolle und jede erteilte Berechtigung in diesen Datenbanken entziehen: Benutzerzuordnung, Häkchen der Rolle entfernen; die Datenbank > Sicherheit > Benutzer > der Benutzer > Eigenschaften > Sicherungsfähige Elemente, Berechtigungen entfernen; ist sie Besitzer, die Datenbank > Eigenschaften > Dateien > Besitzer. Vorher den Hersteller fragen, danach eine Synchronisierung abwarten.',
      restarts: 'nichts; neue Anweisungen werden sofort abgewiesen',
      undo: 'ALTER ROLE [db_datawriter] ADD MEMBER [LOGIN]; GRANT EXECUTE TO [LOGIN]; – jeweils mit dem, was entzogen wurde',
    },
    'take-server-rights': {
      text: 'Serverrollen und Serverberechtigungen entziehen: Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Serverrollen, nur public lassen; Sicherungsfähige Elemente, nur „SQL verbinden“ lassen.',
      restarts: 'nichts; neue Anweisungen werden sofort abgewiesen',
      undo: 'ALTER SERVER ROLE [ROLE] ADD MEMBER [LOGIN]; GRANT CONTROL SERVER TO [LOGIN];',
    },
    unmap: {
      text: 'Sie aus Datenbanken nehmen, die sie nicht braucht: Eigenschaften > Benutzerzuordnung, Häkchen der Datenbank entfernen.',
      undo: 'USE [DATABASE]; CREATE USER [LOGIN] FOR LOGIN [LOGIN]; und ihre Rollen erneut',
    },
    public: {
      text: 'Kann sie ohne eigene Rolle oder Berechtigung noch etwas schreiben oder ausführen, kommt das Recht von public, von einem Schema, das ihrem Benutzer gehört, oder von guest. Zuerst nur ansehen: andere Programme können sich darauf verlassen – den Sage-Partner fragen, bevor public etwas entzogen wird.',
    },
    tell: { text: 'ERP, Edition und die Datenbanken der produktiven Firmen in der Einrichtung eintragen und erneut prüfen.' },
  },
  messages: {
    'no-database': 'das ERP hat keine SQL-Server-Datenbank',
    'which-erp': 'welches ERP hier läuft, ist nicht genannt: ist es Sage 100 Premium?',
    'which-edition': 'welche Edition von Sage 100 hier läuft, ist nicht genannt: ist es Premium?',
    'other-erp': 'dieses ERP ist nicht Sage 100 Premium',
    'only-connectors': 'das Profil nennt nur Connectoren, und keiner davon verwendet eine SQL-Anmeldung',
    'not-named': {
      one: 'die SQL-Anmeldung von {{tools, list}} ist nicht genannt',
      other: 'die SQL-Anmeldungen von {{tools, list}} sind nicht genannt',
    },
    'not-found': {
      one: 'keine Instanz hier hat eine Anmeldung {{logins, list}}: stimmen Name und Server?',
      other: 'keine Instanz hier hat die Anmeldungen {{logins, list}}: stimmen Namen und Server?',
    },
    'not-seen': {
      one: 'die Anmeldung {{logins, list}} war nicht zu sehen, und nicht jede Instanz war ganz lesbar',
      other: 'die Anmeldungen {{logins, list}} waren nicht zu sehen, und nicht jede Instanz war ganz lesbar',
    },
    'companies-not-named': 'die Datenbanken der produktiven Firmen sind nicht genannt',
    'companies-seen': {
      one: 'die Datenbanken der produktiven Firmen sind nicht genannt; gesehen wurde {{databases, list}}',
      other: 'die Datenbanken der produktiven Firmen sind nicht genannt; gesehen wurden {{databases, list}}',
    },
    'no-system-database': 'keine lesbare Instanz hat MAS_System: ist das der richtige Server?',
    'no-such-database': {
      one: 'eine Datenbank {{databases, list}} gibt es neben MAS_System nicht: stimmt der Name?',
      other: 'die Datenbanken {{databases, list}} gibt es neben MAS_System nicht: stimmen die Namen?',
    },
    'server-role': {
      one: '{{login}} ist Mitglied der Serverrolle {{roles, list}}',
      other: '{{login}} ist Mitglied der Serverrollen {{roles, list}}',
    },
    'server-permission': {
      one: '{{login}} hat die Serverberechtigung {{permissions, list}}',
      other: '{{login}} hat die Serverberechtigungen {{permissions, list}}',
    },
    owner: {
      one: '{{login}} besitzt die Datenbank {{databases, list}}',
      other: '{{login}} besitzt die Datenbanken {{databases, list}}',
    },
    role: {
      one: '{{login}} hat in {{database}} die Rolle {{roles, list}}',
      other: '{{login}} hat in {{database}} die Rollen {{roles, list}}',
    },
    grant: {
      one: '{{login}} wurde in {{database}} {{permissions, list}} erteilt',
      other: '{{login}} wurden in {{database}} {{permissions, list}} erteilt',
    },
    'reading-grant': {
      one: '{{login}} wurde in {{database}} außer db_datareader noch {{permissions, list}} erteilt: ist das nötig?',
      other: '{{login}} wurden in {{database}} außer db_datareader noch {{permissions, list}} erteilt: ist das nötig?',
    },
    effective: {
      one: '{{login}} hält in {{database}} die Berechtigung {{permissions, list}}',
      other: '{{login}} hält in {{database}} die Berechtigungen {{permissions, list}}',
    },
    writable: {
      one: '{{login}} kann in {{database}} {{count}} Objekt schreiben oder ausführen',
      other: '{{login}} kann in {{database}} {{count}} Objekte schreiben oder ausführen',
    },
    'not-mapped': {
      one: '{{login}} ist {{databases, list}} nicht zugeordnet',
      other: '{{login}} ist {{databases, list}} nicht zugeordnet',
    },
    'no-reader': {
      one: '{{login}} ist in {{databases, list}} kein Mitglied von db_datareader',
      other: '{{login}} ist in {{databases, list}} kein Mitglied von db_datareader',
    },
    'other-company': {
      one: '{{login}} ist auch {{databases, list}} zugeordnet, keiner produktiven Firma: ist das nötig?',
      other: '{{login}} ist auch {{databases, list}} zugeordnet, keinen produktiven Firmen: ist das nötig?',
    },
    'other-database': {
      one: '{{login}} ist {{databases, list}} zugeordnet, einer Datenbank, die mit Sage 100 nichts zu tun hat',
      other: '{{login}} ist {{databases, list}} zugeordnet, Datenbanken, die mit Sage 100 nichts zu tun haben',
    },
    'effective-unknown': {
      one: 'welche Berechtigungen {{login}} in {{databases, list}} wirklich hält, wurde nicht ermittelt',
      other: 'welche Berechtigungen {{login}} in {{databases, list}} wirklich hält, wurde nicht ermittelt',
    },
    'partly-visible': {
      one: 'die Instanz {{instances, list}} war nicht ganz lesbar',
      other: 'die Instanzen {{instances, list}} waren nicht ganz lesbar',
    },
    'read-only': {
      one: '{{login}} kann {{databases, list}} lesen und dort sonst nichts',
      other: '{{login}} kann {{databases, list}} lesen und dort sonst nichts',
    },
    'objects-not-checked': {
      one: '{{login}} liest {{databases, list}} durch db_datareader; einzelne Objekte wurden nicht auf andere Rechte geprüft',
      other: '{{login}} liest {{databases, list}} durch db_datareader; einzelne Objekte wurden nicht auf andere Rechte geprüft',
    },
  },
  evidence: {
    'which-erp': 'kein ERP-Produkt im Profil',
    'which-edition': 'keine Edition im Profil',
    'not-named': 'keine SQL-Anmeldung im Profil',
    'not-found': 'auf keiner Instanz, und alle waren ganz zu sehen',
    'not-seen': 'auf keiner Instanz, die ganz lesbar war',
    'companies-not-named': 'keine Firmendatenbanken im Profil',
    'companies-seen': 'keine Firmendatenbanken im Profil; gesehen: {{databases, list}}',
    'no-system-database': 'auf keiner lesbaren Instanz',
    'no-such-database': 'auf keiner Instanz, die MAS_System hat',
    'server-role': 'Serverrolle',
    'server-permission': 'Serverberechtigung',
    owner: 'tritt als dbo ein',
    role: 'Datenbankrolle, direkt oder über eine andere',
    grant: 'erteilt, und mehr als Lesen',
    'reading-grant': 'außer db_datareader erteilt; liest nur',
    effective: 'wirksame Berechtigung, mehr als Lesen',
    writable: 'Objekte, die sie schreiben oder ausführen kann: {{count}}',
    'not-mapped': 'kein Benutzer für die Anmeldung',
    'no-reader': 'nicht in db_datareader',
    'other-company': 'zugeordnet, aber keine produktive Firma',
    'other-database': 'zugeordnet, aber keine Datenbank von Sage 100',
    'effective-unknown': 'wirksame Berechtigungen nicht ermittelt',
    'partly-visible': 'nur teilweise zu sehen oder nicht lesbar',
    'read-only': 'db_datareader; nichts gefunden, das schreibt',
    'objects-not-checked': 'db_datareader; einzelne Objekte nicht geprüft',
  },
}
