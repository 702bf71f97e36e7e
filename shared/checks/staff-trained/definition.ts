import { define } from '../check.ts'

export const definition = define({
  id: 'staff-trained',
  checklist: 'layered-defence',
  severity: 'medium',
  reads: [],
  manual: true,
  who: 'administrator',
  effort: 'half a day',
  steps: [{ id: 'list' }, { id: 'train' }, { id: 'confirm' }],
  references: [
    {
      title: 'Sage CRM: An overview of system security',
      url: 'https://www.sagecity.com/sage-global-solutions/sage-crm/b/sage-crm-hints-tips-and-tricks/posts/an-overview-of-system-security',
    },
  ],
  texts: {
    en: {
      title: 'Staff who use the CRM and ERP are trained in security',
      why: 'Most ways into ERP data begin with a person who opens a link or gives away a password, and no setting on the server prevents that.',
      judged: ['It needs attention until a person has confirmed it.', 'A confirmation counts 12 calendar months.'],
      open: ['Staff are all who sign in to the CRM or ERP, with temporary and outside people.'],
      steps: {
        list: { text: 'List everybody who signs in to the CRM or ERP, with the date of the last training.' },
        train: {
          text: 'Train them in strong passwords and a password manager, suspicious mails and links, calls that ask for access, changed bank details, and whom to tell at once.',
        },
        confirm: { text: 'Plan the next date, include newcomers in their first month, and answer this item.' },
      },
      messages: { 'to-confirm': 'only a person can tell whether staff have been trained in security' },
      evidence: { 'to-confirm': 'nothing on this server tells; a person has to look' },
    },
    de: {
      title: 'Wer mit CRM und ERP arbeitet, ist in Sicherheit geschult',
      why: 'Die meisten Wege zu ERP-Daten beginnen bei einem Menschen, der einen Link öffnet oder ein Passwort hergibt, und keine Einstellung am Server verhindert das.',
      judged: ['Der Punkt verlangt Aufmerksamkeit, bis ein Mensch ihn bestätigt hat.', 'Eine Bestätigung gilt 12 Kalendermonate.'],
      open: ['Gemeint sind alle, die sich an CRM oder ERP anmelden, auch Aushilfen und Externe.'],
      steps: {
        list: { text: 'Alle auflisten, die sich an CRM oder ERP anmelden, mit dem Datum der letzten Schulung.' },
        train: {
          text: 'Schulen: starke Passwörter und Passwortmanager, verdächtige Mails und Links, Anrufe, die Zugang wollen, geänderte Bankverbindungen, und wem man sofort Bescheid gibt.',
        },
        confirm: { text: 'Den nächsten Termin planen, Neue im ersten Monat einbeziehen und diesen Punkt beantworten.' },
      },
      messages: { 'to-confirm': 'nur ein Mensch kann sagen, ob die Belegschaft in Sicherheit geschult wurde' },
      evidence: { 'to-confirm': 'nichts auf diesem Server sagt es; ein Mensch muss nachsehen' },
    },
  },
})
