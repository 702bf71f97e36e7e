/** Big signs of a result as strokes in a box of 24 by 24; the word always stands beside them. */
export const signPaths = {
  pass: 'M6.5 12.6 L10.6 16.6 L17.6 8.2',
  fail: 'M8 8 L16 16 M16 8 L8 16',
  attention: 'M12 6.4 L12 13.4 M12 17.1 L12 17.4',
} as const

/** Which sign and colour a grade and an outcome have. */
export const gradeMarks = { best: 'pass', good: 'pass', gaps: 'fail', incomplete: 'attention' } as const
export const outcomeMarks = { complete: 'pass', gaps: 'fail', open: 'attention', 'not-applicable': 'not-applicable' } as const
