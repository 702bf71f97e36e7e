import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Sample Valve and Fitting',
    preparedBy: 'Robin Sample',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_SVF'] },
    deployment: { phase: 'live' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: '.\\erpsync', erpUser: 'admin', sqlLogin: 'erp_sync' }],
    remoteAccessUsers: ['cimconsult'],
  }
}
