import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Placeholder Paint and Supply',
    preparedBy: 'Jamie Placeholder',
    erp: { product: 'sage-100', edition: 'standard', database: 'none' },
    deployment: { phase: 'live' },
    syncTools: [{ name: 'ERP Driver', erpUser: 'cloudsync' }],
    remoteAccessUsers: [],
    reviewEveryMonths: 12,
    nextReview: '2027-11-11',
  }
}
