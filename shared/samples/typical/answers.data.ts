import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'kept',
          by: 'Robin Sample',
          at: '2026-11-17T20:05:00Z',
          note: 'Server Manager on the administrator’s workstation needs remote management.',
          subjects: ['winrm'],
        },
      ],
    },
    credentials: [
      { login: '.\\erpsync', kind: 'windows', grade: 'weak', unique: false, changedAt: '2023-02-09T16:45:00Z', storedIn: 'elsewhere' },
      { login: 'erp_sync', kind: 'sql-server', grade: 'good', unique: false, changedAt: '2023-02-09T17:20:00Z', storedIn: 'elsewhere' },
    ],
  }
}
