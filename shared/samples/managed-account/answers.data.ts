import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'kept',
          by: 'Sam Placeholder',
          at: '2026-11-16T13:20:00Z',
          note: 'Our own administration over keys and Kerberos, from the administration network; Remote Desktop is off.',
          subjects: ['ssh', 'winrm'],
        },
      ],
      'erp-user-designated': [
        {
          kind: 'confirmed',
          by: 'Sam Placeholder',
          at: '2026-11-16T13:25:00Z',
          note: 'The user was made for the sync tool and has no role but its own.',
        },
      ],
    },
    credentials: [
      { login: 'storesync', kind: 'erp', grade: 'good', unique: true, changedAt: '2026-09-03T08:50:00Z', storedIn: 'keychain' },
    ],
  }
}
