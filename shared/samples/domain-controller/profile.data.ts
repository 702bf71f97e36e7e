import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Specimen Foods',
    preparedBy: 'Taylor Specimen',
    erp: { product: 'sage-100', edition: 'advanced', database: 'none' },
    deployment: { phase: 'live' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: 'SPECIMEN\\erpsync', erpUser: 'websync' }],
    remoteAccessUsers: ['websitepipeline'],
  }
}
