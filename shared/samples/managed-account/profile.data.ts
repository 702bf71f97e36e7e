import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Exemplar Garden Tools',
    preparedBy: 'Sam Placeholder',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_EGT'] },
    deployment: { phase: 'live' },
    syncTools: [
      { name: 'ERP Driver', windowsAccount: 'EXEMPLAR\\gmsa-erpsync$', erpUser: 'storesync', sqlLogin: 'EXEMPLAR\\gmsa-erpsync$' },
    ],
    remoteAccessUsers: ['cimdeploy'],
    reviewEveryMonths: 6,
    nextReview: '2027-05-17',
  }
}
