import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'kept',
          by: 'Jamie Placeholder',
          at: '2026-11-11T15:31:00Z',
          note: 'Remote Desktop from the office only; remote management for the backup appliance.',
          subjects: ['rdp', 'winrm'],
        },
      ],
    },
    credentials: [
      { login: 'cloudsync', kind: 'erp', grade: 'good', unique: true, changedAt: '2026-05-05T14:20:00Z', storedIn: 'elsewhere' },
    ],
  }
}
