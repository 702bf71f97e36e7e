type FieldId =
  | 'organization'
  | 'server'
  | 'erp'
  | 'phase'
  | 'evaluated'
  | 'snapshot'
  | 'source'
  | 'prepared-by'
  | 'consultant'
  | 'number'
  | 'digest'
  | 'checkup'
  | 'catalogue'
  | 'snapshot-digest'

/** A label and what stands beside it. */
export interface ReportField {
  readonly id: FieldId
  readonly label: string
  readonly value: string
  /** the time exactly as the checkup gives it, ISO 8601 UTC */
  readonly instant?: string
}
