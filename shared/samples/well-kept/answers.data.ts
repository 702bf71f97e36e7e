import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'kept',
          by: 'Jordan Example',
          at: '2026-11-18T15:02:10Z',
          note: 'Our own administration: Remote Desktop and remote management are open to the administration network only and need a second factor there.',
          subjects: ['rdp', 'winrm'],
        },
      ],
      'erp-user-designated': [
        {
          kind: 'confirmed',
          by: 'Jordan Example',
          at: '2026-10-07T13:31:00Z',
          note: 'Nobody but the sync tool signs in to Sage 100 as erpsync; its role holds the tasks that the vendor listed.',
        },
      ],
    },
    credentials: [
      { login: '.\\svc_erpsync', kind: 'windows', grade: 'best', unique: true, changedAt: '2026-10-07T13:12:46Z', storedIn: 'keychain' },
      { login: 'erpsync_read', kind: 'sql-server', grade: 'best', unique: true, changedAt: '2026-10-07T13:14:11Z', storedIn: 'keychain' },
      { login: 'erpsync', kind: 'erp', grade: 'best', unique: true, changedAt: '2026-10-07T13:16:35Z', storedIn: 'keychain' },
    ],
  }
}
