import type { portfolioTextsEn } from './portfolio-en.ts'

/** Words of the portfolio in German. */
export const portfolioTextsDe: { readonly [Key in keyof typeof portfolioTextsEn]: string } = {
  'report/portfolio/title': 'ERP Sync Security Checkup: alle Server',
  'report/portfolio/heading': 'Server, der schlechteste zuerst',
  'report/portfolio/as-of': 'Beurteilt zum {{moment}}. Der schlechteste zuerst; fällig ist, was vorüber ist oder in 30 Tagen kommt.',
  'report/portfolio/servers_one': '{{count}} Server',
  'report/portfolio/servers_other': '{{count}} Server',
  'report/portfolio/count/gaps': '{{count}} mit Lücken',
  'report/portfolio/count/incomplete': '{{count}} unvollständig',
  'report/portfolio/count/good': '{{count}} gut',
  'report/portfolio/count/best': '{{count}} bestens',
  'report/portfolio/unread_one': '{{count}} Datei war nicht lesbar: Über ihren Server ist nichts bekannt.',
  'report/portfolio/unread_other': '{{count}} Dateien waren nicht lesbar: Über ihre Server ist nichts bekannt.',
  'report/portfolio/with-due_one': 'Auf {{count}} Server ist etwas fällig.',
  'report/portfolio/with-due_other': 'Auf {{count}} Servern ist etwas fällig.',

  'report/portfolio/column/result': 'Ergebnis',
  'report/portfolio/column/gaps': 'Lücken',
  'report/portfolio/column/open': 'Offen',
  'report/portfolio/column/read': 'Gelesen',
  'report/portfolio/column/review': 'Durchsicht',
  'report/portfolio/column/server': 'Server',
  'report/portfolio/column/organization': 'Organisation',
  'report/portfolio/column/worst': 'Zuerst ansehen',
  'report/portfolio/column/due': 'Fällig',
  'report/portfolio/column/review-and-due': 'Durchsicht und was fällig ist',

  'report/portfolio/not-readable': 'Nicht lesbar',
  'report/portfolio/could-not-be-read': 'nicht lesbar: {{reason}}',
  'report/portfolio/worst': '{{verdict}}, {{severity}}: {{sentence}}',
  'report/portfolio/accepted_one': 'Das Risiko von {{count}} Lücke ist akzeptiert.',
  'report/portfolio/accepted_other': 'Das Risiko von {{count}} Lücken ist akzeptiert.',
  'report/portfolio/nothing': 'nichts',
  'report/portfolio/today': 'weniger als einen Tag alt',
  'report/portfolio/future': 'in die Zukunft datiert',
  'report/portfolio/age_one': '{{count}} Tag alt',
  'report/portfolio/age_other': '{{count}} Tage alt',
  'report/portfolio/file-and-age': '{{file}}, {{age}}',

  'report/portfolio/scope':
    'Diese Seite hält fest, was auf diesen Servern zu den genannten Zeiten gesehen wurde und was namentlich Genannte dazu sagten; jeder Server hat einen eigenen Bericht.',

  'report/portfolio/due/review': 'Durchsicht bis {{date}}',
  'report/portfolio/past/review': 'die Durchsicht vom {{date}} ist überfällig',
  'report/portfolio/due/accepted-risk': 'das akzeptierte Risiko zu „{{about}}“ endet am {{date}}',
  'report/portfolio/due/answer': 'die Antwort zu „{{about}}“ zählt bis {{date}}',
  'report/portfolio/past/answer': 'die Antwort zu „{{about}}“ zählte bis {{date}}',
  'report/portfolio/due/certificate': 'das Zertifikat von {{about}} läuft am {{date}} ab',
  'report/portfolio/past/certificate': 'das Zertifikat von {{about}} ist am {{date}} abgelaufen',
}
