import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'kept',
          by: 'Kim Muster',
          at: '2026-11-12T10:05:00Z',
          note: 'Eigene Verwaltung; TeamViewer nutzt der Druckerdienstleister mit Freigabe durch uns.',
          subjects: ['rdp', 'winrm', 'teamviewer'],
        },
      ],
      'erp-user-designated': [
        { kind: 'denied', by: 'Kim Muster', at: '2026-11-12T10:12:00Z', note: 'Das Lager meldet sich mit demselben Benutzer an.' },
      ],
      'passwords-stored-safely': [
        {
          kind: 'confirmed',
          by: 'Kim Muster',
          at: '2026-11-12T10:15:00Z',
          note: 'Kennwortverwaltung der Firma, Ordner ERP; Zugriff haben zwei Personen.',
        },
      ],
    },
    credentials: [
      {
        login: 'MUSTER\\erp-abgleich',
        kind: 'windows',
        grade: 'best',
        unique: true,
        changedAt: '2026-06-24T07:40:00Z',
        storedIn: 'elsewhere',
      },
      { login: 'erp_abgleich', kind: 'sql-server', grade: 'good', unique: true, changedAt: '2026-06-24T07:52:00Z', storedIn: 'elsewhere' },
      { login: 'abgleich', kind: 'erp', grade: 'good', unique: true, changedAt: '2026-06-24T07:58:00Z', storedIn: 'elsewhere' },
    ],
  }
}
