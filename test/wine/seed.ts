import type { ServiceSeed } from './programs/seed-services.ts'

/** One Uninstall entry to be written: `root` as reg.exe spells it. */
export interface ProgramSeed {
  readonly root: keyof typeof ROOTS
  readonly key: string
  readonly values: Readonly<Record<string, string | number | { readonly expandable: string }>>
}

const UNINSTALL = 'Microsoft\\Windows\\CurrentVersion\\Uninstall'

const ROOTS = {
  native: `HKEY_LOCAL_MACHINE\\Software\\${UNINSTALL}`,
  wow: `HKEY_LOCAL_MACHINE\\Software\\Wow6432Node\\${UNINSTALL}`,
  user: `HKEY_CURRENT_USER\\Software\\${UNINSTALL}`,
} as const

/** A registration file in the form that the registry editor exports: UTF-16 with a byte order mark. */
export function registrationFile(seeds: readonly ProgramSeed[]): Buffer {
  const lines = seeds.flatMap((seed) => [
    `[${ROOTS[seed.root]}\\${seed.key}]`,
    ...Object.entries(seed.values).map(([name, value]) => `"${name}"=${written(value)}`),
    '',
  ])
  return Buffer.from(`\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${lines.join('\r\n')}\r\n`, 'utf16le')
}

function written(value: ProgramSeed['values'][string]): string {
  if (typeof value === 'number') return `dword:${value.toString(16).padStart(8, '0')}`
  if (typeof value === 'object')
    return `hex(2):${[...Buffer.from(`${value.expandable}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join()}`
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** How many ordinary entries each part of the registry gets: three hundred together. */
const ORDINARY: Readonly<Record<ProgramSeed['root'], number>> = { native: 180, wow: 80, user: 40 }

export const ordinaryPrograms: readonly ProgramSeed[] = Object.entries(ORDINARY).flatMap(([root, count]) =>
  Array.from({ length: count }, (_, index) => ({
    root: root as ProgramSeed['root'],
    key: `{00000000-0000-0000-0000-${String(index).padStart(12, '0')}}`,
    values: {
      DisplayName: `Programm ${root} №${index} – Prüfung ✓`,
      DisplayVersion: `1.0.${index}`,
      Publisher: 'Beispiel GmbH',
      InstallDate: '20240229',
    },
  })),
)

export const specialPrograms: readonly ProgramSeed[] = [
  {
    root: 'wow',
    key: 'GoToAssist Express Customer',
    values: {
      DisplayName: 'GoToAssist Customer 4.8.0.1732',
      Publisher: 'LogMeIn, Inc.',
      DisplayVersion: '4.8.0.1732',
      InstallDate: '02/29/2024',
      InstallLocation: 'C:\\Program Files (x86)\\GoToAssist Remote Support Customer\\1732\\',
      UninstallString:
        '"C:\\Program Files (x86)\\GoToAssist Remote Support Customer\\1732\\g2ax_uninstaller_customer.exe" /password=hunter2',
    },
  },
  { root: 'native', key: 'Expandable', values: { DisplayName: 'Expandable', InstallLocation: { expandable: '%SystemRoot%\\Acme' } } },
  { root: 'native', key: 'Hidden', values: { DisplayName: 'Hidden', SystemComponent: 1 } },
  { root: 'native', key: 'Update', values: { DisplayName: 'Update', ParentKeyName: 'Office' } },
  { root: 'native', key: 'Nameless', values: { Publisher: 'Beispiel GmbH' } },
]

/** So many, with names so long, that one page of the service control manager does not hold them. */
const ORDINARY_SERVICES = 130
const LONG_NAME = 'of the synchronisation '.repeat(9).trim()

export const services: readonly ServiceSeed[] = [
  {
    name: 'WSPErpSync',
    displayName: 'WSP ERP-Abgleich für Zürich',
    startType: 2,
    imagePath: '"C:\\Program Files\\WSP Sync\\wspsync.exe" -service',
    account: '.\\svc_erpsync',
  },
  {
    name: 'WSPUnquoted',
    displayName: 'WSP Unquoted',
    startType: 3,
    imagePath: 'C:\\Program Files\\WSP Sync\\wspagent.exe -k',
    account: '.\\root',
  },
  { name: 'WSPDomain', displayName: 'WSP Domain', startType: 4, imagePath: '%SystemRoot%\\wsp.exe', account: 'ACME\\svc_erp' },
  {
    name: 'WSPLocalService',
    displayName: 'WSP LocalService',
    startType: 3,
    imagePath: 'C:\\wsp.exe',
    account: 'NT AUTHORITY\\LocalService',
  },
  ...Array.from({ length: ORDINARY_SERVICES }, (_, index) => ({
    name: `WSPWorker${index}`,
    displayName: `WSP worker number ${index} ${LONG_NAME}`,
    startType: 3,
    imagePath: `C:\\wsp\\worker${index}.exe`,
    account: null,
  })),
]
