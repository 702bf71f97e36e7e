import { define } from '../check.ts'

export const definition = define({
  id: 'crm-activity-tracked',
  checklist: 'layered-defence',
  severity: 'medium',
  reads: [],
  manual: true,
  who: 'administrator',
  effort: 'an hour',
  steps: [
    { id: 'switch-on' },
    { id: 'look' },
    {
      id: 'web-log',
      command: {
        shell: 'powershell',
        text: 'Get-ChildItem "$env:SystemDrive\\inetpub\\logs\\LogFiles" -Recurse -Filter *.log | Sort-Object LastWriteTime -Descending | Select-Object -First 5 FullName, LastWriteTime',
      },
    },
    { id: 'confirm' },
  ],
  references: [
    {
      title: 'Sage CRM: An overview of system security',
      url: 'https://www.sagecity.com/sage-global-solutions/sage-crm/b/sage-crm-hints-tips-and-tricks/posts/an-overview-of-system-security',
    },
    {
      title: 'Sage CRM: Server security',
      url: 'https://help.sagecrm.com/on_premise/en/2023R1/Administration/Content/InstallUpgrade/SV_ServerSecurity.htm',
    },
  ],
  texts: {
    en: {
      title: 'User activity in the CRM is recorded and looked at',
      why: 'A stolen CRM login shows by sign-ins at odd times and from odd places, but only where they are recorded and somebody reads them before ERP data is gone.',
      judged: ['It needs attention until a person has confirmed it.', 'A confirmation counts 12 calendar months.'],
      open: [
        'Where the web screens are those of another product and there is no CRM, “not applicable” is the answer.',
        'Recording alone is not enough: somebody has to look at it.',
      ],
      steps: {
        'switch-on': {
          text: "See that it is recorded: in the CRM as administrator, My Profile > Administration > Users > User Activity must show today's sign-ins. If it shows none, have the consultant turn recording on.",
          undo: 'have recording turned off again',
        },
        look: {
          text: 'On the same page look for sign-ins at night, of users who have left, and many failures in a row.',
        },
        'web-log': {
          text: "Compare with the log of the web server, which knows the addresses: IIS Manager > Sites > the CRM's site > Logging shows the folder.",
        },
        confirm: { text: 'Name a person who looks at it each month, and answer this item.' },
      },
      messages: { 'to-confirm': 'only a person can tell whether the activity of CRM users is recorded and looked at' },
      evidence: { 'to-confirm': 'nothing on this server tells; a person has to look' },
    },
    de: {
      title: 'Die Benutzeraktivität im CRM wird aufgezeichnet und angesehen',
      why: 'Ein gestohlener CRM-Zugang fällt durch Anmeldungen zu seltsamen Zeiten und von seltsamen Orten auf – aber nur, wo sie aufgezeichnet werden und jemand sie liest, ehe ERP-Daten fort sind.',
      judged: ['Der Punkt verlangt Aufmerksamkeit, bis ein Mensch ihn bestätigt hat.', 'Eine Bestätigung gilt 12 Kalendermonate.'],
      open: [
        'Gehören die Web-Oberflächen zu einem anderen Produkt und gibt es kein CRM, ist „nicht anwendbar“ die Antwort.',
        'Aufzeichnen allein genügt nicht: jemand muss hineinsehen.',
      ],
      steps: {
        'switch-on': {
          text: 'Nachsehen, ob aufgezeichnet wird: im CRM als Administrator muss Mein Profil > Administration > Benutzer > Benutzeraktivität die Anmeldungen von heute zeigen. Zeigt es keine, die Aufzeichnung vom Berater einschalten lassen.',
          undo: 'die Aufzeichnung wieder ausschalten lassen',
        },
        look: {
          text: 'Auf derselben Seite nach Anmeldungen bei Nacht, von Ausgeschiedenen und nach vielen Fehlversuchen hintereinander suchen.',
        },
        'web-log': {
          text: 'Mit dem Protokoll des Webservers vergleichen, das die Adressen kennt: IIS-Manager > Sites > Site des CRM > Protokollierung nennt den Ordner.',
        },
        confirm: { text: 'Eine Person benennen, die monatlich hineinsieht, und diesen Punkt beantworten.' },
      },
      messages: { 'to-confirm': 'nur ein Mensch kann sagen, ob die Aktivität der CRM-Benutzer aufgezeichnet und angesehen wird' },
      evidence: { 'to-confirm': 'nichts auf diesem Server sagt es; ein Mensch muss nachsehen' },
    },
  },
})
