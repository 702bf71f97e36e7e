import { type Answer, type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          ...given('2026-11-17T14:20:00Z', 'Our own administration, from the administration network only.'),
          kind: 'kept',
          subjects: ['rdp', 'winrm'],
        },
      ],
      'erp-user-designated': [given('2026-07-29T12:10:00Z', 'ERPSYNC is used by the sync tool only.')],
      'crm-security-profiles': [given('2026-11-17T14:24:00Z', 'Profiles and territories were gone through with the head of sales.')],
      'crm-up-to-date': [given('2026-09-08T09:30:00Z', 'The first release of 2026 was installed at the beginning of September.')],
      'vpn-for-outside-access': [
        { ...given('2026-11-17T14:27:00Z', 'Sales use the CRM from home without one; it is ordered for January.'), kind: 'denied' },
      ],
      'staff-trained': [given('2026-05-19T13:00:00Z', 'Half a day in May for everybody; new people get it in their first week.')],
    },
    credentials: [
      { login: '.\\svc_erpdriver', kind: 'windows', grade: 'best', unique: true, changedAt: '2026-07-29T11:42:00Z', storedIn: 'keychain' },
      { login: 'erpdriver_read', kind: 'sql-server', grade: 'best', unique: true, changedAt: '2026-07-29T11:50:00Z', storedIn: 'keychain' },
      { login: 'ERPSYNC', kind: 'erp', grade: 'good', unique: true, changedAt: '2026-07-29T12:02:00Z', storedIn: 'elsewhere' },
    ],
  }
}

function given(at: string, note: string): Answer {
  return { kind: 'confirmed', by: 'Kim Exemplar', at, note }
}
