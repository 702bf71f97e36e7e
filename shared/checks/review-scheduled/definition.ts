import { define } from '../check.ts'

export const definition = define({
  id: 'review-scheduled',
  checklist: 'layered-defence',
  severity: 'low',
  reads: [],
  who: 'administrator-and-vendor',
  effort: 'minutes',
  steps: [{ id: 'agree' }, { id: 'enter' }, { id: 'remember' }],
  references: [
    {
      title: 'Sage CRM: An overview of system security',
      url: 'https://www.sagecity.com/sage-global-solutions/sage-crm/b/sage-crm-hints-tips-and-tricks/posts/an-overview-of-system-security',
    },
  ],
  texts: {
    en: {
      title: 'The next security review has a date',
      why: 'Users, releases and ways into the ERP change from month to month, and without a date nobody looks again until something has happened.',
      judged: ['A date that has not passed passes.', 'Without a date the item needs attention.', 'A date that has passed fails.'],
      open: [
        'The day counts to its end in UTC, also where the profile gives a time; whether it has passed is measured when the checkup is made, not when the snapshot was taken.',
        'A date that is far away passes like a near one.',
      ],
      steps: {
        agree: {
          text: 'Agree with the consultant who looks at the layers again and when: every three months, or with each of the two CRM releases a year.',
        },
        enter: { text: 'Write the date into Setup > Review > Next review.', undo: 'delete the date there' },
        remember: { text: 'Put the day into the calendar of whoever does it, and move the date on once the review is done.' },
      },
      messages: {
        set: 'the next review is on {{date}}',
        unset: 'no next review is set',
        past: 'the review of {{date}} is overdue',
      },
      evidence: {
        set: 'next review on {{date}}',
        unset: 'no date in the profile',
        past: 'next review was due on {{date}}',
      },
    },
    de: {
      title: 'Die nächste Sicherheitsdurchsicht hat einen Termin',
      why: 'Benutzer, Versionen und Wege ins ERP ändern sich von Monat zu Monat, und ohne Termin sieht niemand wieder hin, bis etwas passiert ist.',
      judged: [
        'Ein Termin, der nicht vorüber ist, besteht.',
        'Ohne Termin verlangt der Punkt Aufmerksamkeit.',
        'Ein Termin, der vorüber ist, ist ein Mangel.',
      ],
      open: [
        'Der Tag zählt bis zu seinem Ende in UTC, auch wenn das Profil eine Uhrzeit nennt; ob er vorüber ist, bemisst sich am Checkup, nicht am Snapshot.',
        'Ein ferner Termin besteht wie ein naher.',
      ],
      steps: {
        agree: {
          text: 'Mit dem Berater vereinbaren, wer die Schichten wann wieder durchsieht: alle drei Monate oder mit jeder der zwei CRM-Versionen im Jahr.',
        },
        enter: { text: 'Den Termin unter Einrichtung > Durchsicht > Nächste Durchsicht eintragen.', undo: 'den Termin dort löschen' },
        remember: { text: 'Den Tag in den Kalender dessen setzen, der es tut, und den Termin nach der Durchsicht weiterschieben.' },
      },
      messages: {
        set: 'die nächste Durchsicht ist am {{date}}',
        unset: 'keine nächste Durchsicht ist angesetzt',
        past: 'die Durchsicht vom {{date}} ist überfällig',
      },
      evidence: {
        set: 'nächste Durchsicht am {{date}}',
        unset: 'kein Termin im Profil',
        past: 'nächste Durchsicht war am {{date}} fällig',
      },
    },
  },
})
