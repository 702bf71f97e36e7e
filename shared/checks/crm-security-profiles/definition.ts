import { define } from '../check.ts'

export const definition = define({
  id: 'crm-security-profiles',
  checklist: 'layered-defence',
  severity: 'medium',
  reads: [],
  manual: true,
  who: 'administrator-and-vendor',
  effort: 'half a day',
  steps: [{ id: 'list' }, { id: 'assign' }, { id: 'confirm' }],
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
      title: 'Security profiles and territories of the CRM limit who sees which data',
      why: 'Through the integration a CRM user reaches customers, prices and orders of the ERP: whoever takes over one login should not get them all.',
      judged: ['It needs attention until a person has confirmed it.', 'A confirmation counts 12 calendar months.'],
      open: [
        'Where the web screens are those of another product and there is no CRM, “not applicable” is the answer.',
        'One profile for all that shows everything is none: then the answer is “denied”.',
      ],
      steps: {
        list: {
          text: 'In the CRM as administrator: My Profile > Administration > Users > Security, there Security Profiles and Territories. Write down which profiles there are and what each may view, update, insert and delete.',
        },
        assign: {
          text: 'My Profile > Administration > Users > Users: give every user the profile and home territory of the work, and take the administrator right from all who do not administer.',
          undo: 'give the former profile back on the same page',
        },
        confirm: { text: 'Sign in as one user of each profile, see what shows, disable users who have left, and answer this item.' },
      },
      messages: { 'to-confirm': 'only a person can tell whether security profiles and territories limit what each CRM user sees' },
      evidence: { 'to-confirm': 'nothing on this server tells; a person has to look' },
    },
    de: {
      title: 'Sicherheitsprofile und Gebiete des CRM begrenzen, wer welche Daten sieht',
      why: 'Über die Anbindung erreicht ein CRM-Benutzer Kunden, Preise und Aufträge des ERP: Wer einen Zugang kapert, soll nicht alles davon bekommen.',
      judged: ['Der Punkt verlangt Aufmerksamkeit, bis ein Mensch ihn bestätigt hat.', 'Eine Bestätigung gilt 12 Kalendermonate.'],
      open: [
        'Gehören die Web-Oberflächen zu einem anderen Produkt und gibt es kein CRM, ist „nicht anwendbar“ die Antwort.',
        'Ein Profil für alle, das alles zeigt, ist keines: dann ist „verneint“ die Antwort.',
      ],
      steps: {
        list: {
          text: 'Im CRM als Administrator: Mein Profil > Administration > Benutzer > Sicherheit, dort Sicherheitsprofile und Gebiete. Aufschreiben, welche Profile es gibt und was jedes ansehen, ändern, anlegen und löschen darf.',
        },
        assign: {
          text: 'Mein Profil > Administration > Benutzer > Benutzer: jedem Benutzer Profil und Heimatgebiet seiner Arbeit geben und allen, die nicht verwalten, das Administratorrecht nehmen.',
          undo: 'auf derselben Seite das frühere Profil zurückgeben',
        },
        confirm: {
          text: 'Sich mit einem Benutzer jedes Profils anmelden, ansehen, was zu sehen ist, ausgeschiedene Benutzer sperren und diesen Punkt beantworten.',
        },
      },
      messages: { 'to-confirm': 'nur ein Mensch kann sagen, ob Sicherheitsprofile und Gebiete begrenzen, was jeder CRM-Benutzer sieht' },
      evidence: { 'to-confirm': 'nichts auf diesem Server sagt es; ein Mensch muss nachsehen' },
    },
  },
})
