/** A Win32 call that did not give what was asked for. */
export interface Win32Failure {
  /** Exported name of the function that refused. */
  readonly function: string
  /** Win32 error code, or the status that the function returned itself. */
  readonly code: number
  /** Key, service or account that was asked for; never a value that could be secret. */
  readonly subject?: string
  /** The access right that the call needs, where it is known. */
  readonly missingRight?: string
}

export type Win32Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Win32Failure }

/** Codes of winerror.h and lmerr.h that the code decides on; every other code is passed on as it came. */
export const errorCodes = {
  fileNotFound: 2,
  pathNotFound: 3,
  accessDenied: 5,
  invalidData: 13,
  notSupported: 50,
  callNotImplemented: 120,
  insufficientBuffer: 122,
  invalidLevel: 124,
  moduleNotFound: 126,
  procedureNotFound: 127,
  alreadyExists: 183,
  moreData: 234,
  noMoreItems: 259,
  serviceDoesNotExist: 1060,
  cancelled: 1223,
  noSuchPrivilege: 1313,
  noneMapped: 1332,
  noSuchAlias: 1376,
  timeout: 1460,
  groupNotFound: 2220,
  userNotFound: 2221,
  eventChannelNotFound: 15007,
  notImplemented: 0x80004001,
  classNotRegistered: 0x80040154,
  invalidNamespace: 0x8004100e,
  invalidClass: 0x80041010,
} as const

export function succeeded<Value>(value: Value): Win32Result<Value> {
  return { ok: true, value }
}

export function refused(
  functionName: string,
  code: number,
  details: Pick<Win32Failure, 'subject' | 'missingRight'> = {},
): Win32Result<never> {
  return { ok: false, failure: { function: functionName, code, ...details } }
}

/**
 * One English line for a person and for a log.
 *
 * Holds the function, what it was asked for, the code and – where access was denied – the right that is missing.
 */
export function describeFailure(failure: Win32Failure): string {
  const subject = failure.subject === undefined ? '' : ` for ${failure.subject}`
  const right =
    failure.code === errorCodes.accessDenied && failure.missingRight !== undefined ? `; missing right: ${failure.missingRight}` : ''
  return `${failure.function}${subject} ended with error ${formatCode(failure.code)}${right}`
}

/** NTSTATUS and HRESULT values are known by their hexadecimal form, small Win32 codes by their decimal one. */
function formatCode(code: number): string {
  const unsigned = code >>> 0
  return unsigned > 0xffff ? `0x${unsigned.toString(16).toUpperCase().padStart(8, '0')}` : String(unsigned)
}
