import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'erp-user-designated': [
        {
          kind: 'confirmed',
          by: 'Riley Example',
          at: '2026-11-11T16:30:00Z',
          note: 'Made for the sync tool on 11 November; nobody else knows its password.',
        },
      ],
    },
    credentials: [
      { login: '.\\svc_erpdriver', kind: 'windows', grade: 'best', unique: true, changedAt: '2026-11-11T16:05:20Z', storedIn: 'keychain' },
      { login: 'svc_erpdriver', kind: 'sql-server', grade: 'best', unique: true, changedAt: '2026-11-11T16:09:44Z', storedIn: 'keychain' },
      { login: 'erpdriver', kind: 'erp', grade: 'best', unique: true, changedAt: '2026-11-11T16:14:02Z', storedIn: 'keychain' },
    ],
  }
}
