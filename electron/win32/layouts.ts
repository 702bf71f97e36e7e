/**
 * Sizes and offsets, in bytes, of the structures that are read from raw memory.
 *
 * Source: the Windows headers for 64-bit processes. A test compiles the same names with a C compiler and compares every number.
 */
export const layouts = {
  ENUM_SERVICE_STATUS_PROCESSW: {
    size: 56,
    lpServiceName: 0,
    lpDisplayName: 8,
    'ServiceStatusProcess.dwServiceType': 16,
    'ServiceStatusProcess.dwCurrentState': 20,
  },
  QUERY_SERVICE_CONFIGW: {
    size: 64,
    dwServiceType: 0,
    dwStartType: 4,
    lpBinaryPathName: 16,
    lpServiceStartName: 48,
    lpDisplayName: 56,
  },
  SERVICE_DELAYED_AUTO_START_INFO: { size: 4, fDelayedAutostart: 0 },
  OSVERSIONINFOEXW: { size: 284, dwOSVersionInfoSize: 0, dwBuildNumber: 12, wProductType: 282 },
  DSROLE_PRIMARY_DOMAIN_INFO_BASIC: { size: 48, MachineRole: 0, Flags: 4, DomainNameFlat: 8, DomainNameDns: 16 },
  TOKEN_ELEVATION: { size: 4, TokenIsElevated: 0 },
  TOKEN_USER: { size: 16, 'User.Sid': 0 },
  SID: { size: 12, Revision: 0, SubAuthorityCount: 1, IdentifierAuthority: 2, SubAuthority: 8 },
} as const
