import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Placeholder Paper Products',
    preparedBy: 'Alex Example',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_PPP'] },
    deployment: { phase: 'live' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: '.\\erpdriver', erpUser: 'webstore', sqlLogin: 'webstore_read' }],
    remoteAccessUsers: ['cimconsult'],
    reviewEveryMonths: 3,
  }
}
