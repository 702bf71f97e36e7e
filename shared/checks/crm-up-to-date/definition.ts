import { define } from '../check.ts'

export const definition = define({
  id: 'crm-up-to-date',
  checklist: 'layered-defence',
  severity: 'medium',
  reads: [],
  manual: true,
  confirmedMonths: 6,
  who: 'administrator-and-vendor',
  effort: 'half a day',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: "Get-ItemProperty 'HKLM:\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*', 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*' |\n  Where-Object DisplayName -Like '*Sage CRM*' | Select-Object DisplayName, DisplayVersion",
      },
    },
    { id: 'backup' },
    { id: 'upgrade' },
    { id: 'confirm' },
  ],
  references: [
    {
      title: 'Sage CRM: Why upgrade',
      url: 'https://www.sagecity.com/sage-global-solutions/sage-crm/b/sage-crm-hints-tips-and-tricks/posts/why-upgrade-sage-crm',
    },
    {
      title: 'Sage CRM: Server security',
      url: 'https://help.sagecrm.com/on_premise/en/2023R1/Administration/Content/InstallUpgrade/SV_ServerSecurity.htm',
    },
  ],
  texts: {
    en: {
      title: 'The CRM runs on a current release',
      why: 'The CRM is published twice a year with its security reviewed, and an old release keeps open known ways through its web pages to the ERP data.',
      judged: ['It needs attention until a person has confirmed it.', 'A confirmation counts 6 calendar months.'],
      open: [
        'Where the web screens are those of another product and there is no CRM, “not applicable” is the answer.',
        'The newest release that the integration with the ERP supports counts as current.',
      ],
      steps: {
        look: {
          text: "See the release: in the CRM, My Profile > About, or in the list of programs. Compare it with the newest one that the ERP's integration supports.",
        },
        backup: {
          text: 'Back up the CRM database and its installation folder, and try the upgrade on a copy together with the consultant.',
        },
        upgrade: {
          text: 'Run the setup of the new release in a maintenance window and then test the integration with one customer and one order.',
          restarts: 'IIS, Tomcat and the CRM services; nobody can work in the CRM meanwhile',
          undo: 'restore database and folder from the backup',
        },
        confirm: {
          text: 'Answer this item with the release. The confirmation counts for six months, because the next release comes then.',
        },
      },
      messages: { 'to-confirm': 'only a person can tell whether the CRM has the newest release that fits the ERP' },
      evidence: { 'to-confirm': 'nothing on this server tells; a person has to look' },
    },
    de: {
      title: 'Das CRM läuft in einer aktuellen Version',
      why: 'Das CRM erscheint zweimal im Jahr mit durchgesehener Sicherheit, und eine alte Version lässt bekannte Wege über ihre Webseiten zu den ERP-Daten offen.',
      judged: ['Der Punkt verlangt Aufmerksamkeit, bis ein Mensch ihn bestätigt hat.', 'Eine Bestätigung gilt 6 Kalendermonate.'],
      open: [
        'Gehören die Web-Oberflächen zu einem anderen Produkt und gibt es kein CRM, ist „nicht anwendbar“ die Antwort.',
        'Als aktuell gilt die neueste Version, die von der ERP-Anbindung unterstützt wird.',
      ],
      steps: {
        look: {
          text: 'Die Version nachsehen: im CRM unter Mein Profil > Info oder in der Liste der Programme. Mit der neuesten vergleichen, die von der ERP-Anbindung unterstützt wird.',
        },
        backup: {
          text: 'Datenbank und Installationsordner des CRM sichern und die Aktualisierung mit dem Berater an einer Kopie erproben.',
        },
        upgrade: {
          text: 'Das Setup der neuen Version in einem Wartungsfenster ausführen und danach die Anbindung mit einem Kunden und einem Auftrag prüfen.',
          restarts: 'IIS, Tomcat und die CRM-Dienste; im CRM kann solange niemand arbeiten',
          undo: 'Datenbank und Ordner aus der Sicherung zurückspielen',
        },
        confirm: {
          text: 'Diesen Punkt mit der Version beantworten. Die Bestätigung gilt sechs Monate, weil dann die nächste Version kommt.',
        },
      },
      messages: { 'to-confirm': 'nur ein Mensch kann sagen, ob das CRM die neueste Version hat, die zum ERP passt' },
      evidence: { 'to-confirm': 'nichts auf diesem Server sagt es; ein Mensch muss nachsehen' },
    },
  },
})
