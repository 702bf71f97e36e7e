import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'accepted-risk',
          by: 'Taylor Specimen',
          at: '2026-11-13T12:40:00Z',
          note: 'Remote Desktop stays until the ERP moves to a server of its own in spring.',
          subjects: ['rdp'],
          until: '2027-04-30',
        },
      ],
    },
    credentials: [
      {
        login: 'SPECIMEN\\erpsync',
        kind: 'windows',
        grade: 'good',
        unique: true,
        changedAt: '2025-12-04T10:15:00Z',
        storedIn: 'elsewhere',
      },
    ],
  }
}
