import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Muster Industriebedarf GmbH',
    preparedBy: 'Kim Muster',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_MIB'] },
    deployment: { phase: 'live' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: 'MUSTER\\erp-abgleich', erpUser: 'abgleich', sqlLogin: 'erp_abgleich' }],
    remoteAccessUsers: ['fernwartung'],
  }
}
