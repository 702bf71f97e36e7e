import { StyleSheet } from '@react-pdf/renderer'

import type { Verdict } from '#shared/formats/checkup.ts'

export const colours = {
  text: '#1b2430',
  soft: '#566273',
  line: '#d5dbe3',
  raised: '#f4f6f9',
  accent: '#1f4e79',
  person: '#3b6ea5',
} as const

export const verdictColours: { readonly [Each in Verdict]: string } = {
  pass: '#1a6b3c',
  fail: '#a4262c',
  attention: '#8a5300',
  unknown: '#4a5568',
  'not-applicable': '#5d6776',
}

/** Signs that the font has; the word always stands beside them. */
export const verdictSigns: { readonly [Each in Verdict]: string } = {
  pass: '✓',
  fail: '✗',
  attention: '!',
  unknown: '?',
  'not-applicable': '–',
}

/** Distance of the text from the edges of the paper, in points. */
const MARGIN = 46

export const styles = StyleSheet.create({
  page: { paddingTop: 42, paddingBottom: 46, paddingHorizontal: MARGIN, fontSize: 8.5, lineHeight: 1.38, color: colours.text },
  accent: { position: 'absolute', top: 0, left: 0, right: 0, height: 5, backgroundColor: colours.accent },
  // the layout resolves an inherited line height once more for what repeats on each page: it is given where the text is
  pageText: { fontSize: 7, lineHeight: 1.4, color: colours.soft },
  pageHeader: { position: 'absolute', top: 19, left: MARGIN, right: MARGIN, flexDirection: 'row', justifyContent: 'space-between' },
  pageSample: { fontSize: 7, lineHeight: 1.4, fontWeight: 700, color: verdictColours.attention },
  pageFooter: {
    position: 'absolute',
    bottom: 24,
    left: MARGIN,
    right: MARGIN,
    flexDirection: 'row',
    justifyContent: 'space-between',
    paddingTop: 5,
    borderTopWidth: 0.5,
    borderTopColor: colours.line,
  },

  small: { fontSize: 7.5, lineHeight: 1.35 },
  soft: { color: colours.soft },
  bold: { fontWeight: 700 },
  label: { fontSize: 7, lineHeight: 1.35, color: colours.soft },
  rest: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },

  front: { flexDirection: 'row', justifyContent: 'space-between' },
  frontNames: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 18 },
  kicker: { fontSize: 9, lineHeight: 1.3, fontWeight: 700, color: colours.accent },
  title: { fontSize: 20, lineHeight: 1.18, fontWeight: 700, marginTop: 4 },
  longTitle: { fontSize: 13, lineHeight: 1.25, fontWeight: 700, marginTop: 4 },
  subtitle: { fontSize: 10.5, lineHeight: 1.3, color: colours.soft, marginTop: 3 },
  number: { fontSize: 9, lineHeight: 1.3, fontWeight: 700, marginTop: 7 },

  panel: {
    flexDirection: 'row',
    marginTop: 10,
    paddingVertical: 11,
    paddingHorizontal: 13,
    backgroundColor: colours.raised,
    borderRadius: 4,
  },
  bigMark: { width: 36, height: 36, marginRight: 11 },
  panelRule: { width: 0.75, marginHorizontal: 13, backgroundColor: colours.line },
  grade: { fontSize: 17, lineHeight: 1.2, fontWeight: 700, marginBottom: 2 },
  bar: { flexDirection: 'row', height: 5, marginTop: 5, marginBottom: 5, borderRadius: 2.5, overflow: 'hidden' },

  fields: { flexDirection: 'row', flexWrap: 'wrap', marginTop: 11 },
  field: { width: '20%', paddingRight: 9, marginBottom: 6 },
  longField: { marginBottom: 6 },

  h2: { fontSize: 11, lineHeight: 1.3, fontWeight: 700, color: colours.accent, marginTop: 9, marginBottom: 3 },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: colours.line, paddingVertical: 2.5 },
  headRow: { flexDirection: 'row', borderBottomWidth: 0.75, borderBottomColor: colours.line, paddingBottom: 2 },
  verdict: { fontWeight: 700 },
  login: { width: '31.4%' },
  noneOf: { flexDirection: 'row', flexWrap: 'wrap', marginTop: 5 },
  none: { marginRight: 14 },

  item: { paddingLeft: 8, borderLeftWidth: 2, marginBottom: 7 },
  itemHead: { flexDirection: 'row', justifyContent: 'space-between' },
  itemTitle: { flexGrow: 1, flexShrink: 1, flexBasis: 0, fontWeight: 700, paddingRight: 12 },
  note: { marginTop: 1, fontSize: 7.5, lineHeight: 1.35, color: colours.soft },
  step: { marginTop: 1.5 },

  annexTitle: { marginTop: 6, fontSize: 8, fontWeight: 700 },
  evidence: { marginTop: 2, fontSize: 7, lineHeight: 1.32 },
  columns: { flexDirection: 'row', columnGap: 14 },
  cell: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  alone: { marginTop: 2, fontSize: 7, lineHeight: 1.32 },
  line: { marginBottom: 2, fontSize: 7.5, lineHeight: 1.35 },
  ticked: { flexDirection: 'row', marginBottom: 2, fontSize: 7.5, lineHeight: 1.3 },
  tiny: { fontSize: 7, lineHeight: 1.35 },
})

/**
 * No page may end within this distance below a heading, in points: one line.
 *
 * More than what follows is tall, and the layout would want the next heading on the same page too, and so on without end.
 */
export const HEADING_PRESENCE = 10
