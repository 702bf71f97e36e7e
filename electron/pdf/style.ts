import { StyleSheet } from '@react-pdf/renderer'

import type { Verdict } from '#shared/formats/checkup.ts'

export const colours = {
  text: '#1b2430',
  soft: '#566273',
  line: '#d5dbe3',
  raised: '#f5f7fa',
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
  page: { paddingTop: 48, paddingBottom: 54, paddingHorizontal: MARGIN, fontSize: 8.5, lineHeight: 1.4, color: colours.text },
  pageHeader: { position: 'absolute', top: 22, left: MARGIN, right: MARGIN, fontSize: 7, lineHeight: 1.4, color: colours.soft },
  pageFooter: {
    position: 'absolute',
    bottom: 26,
    left: MARGIN,
    right: MARGIN,
    flexDirection: 'row',
    justifyContent: 'space-between',
    paddingTop: 6,
    borderTopWidth: 0.5,
    borderTopColor: colours.line,
  },
  // the layout resolves an inherited line height once more for what repeats on each page: it is given where the text is
  pageFooterText: { fontSize: 7, lineHeight: 1.4, color: colours.soft },
  accent: { position: 'absolute', top: 0, left: 0, right: 0, height: 6, backgroundColor: colours.accent },

  title: { fontSize: 21, lineHeight: 1.2, fontWeight: 700, color: colours.accent },
  subtitle: { fontSize: 11, color: colours.soft, marginTop: 2 },
  sample: {
    marginBottom: 10,
    paddingVertical: 5,
    paddingHorizontal: 8,
    borderWidth: 1,
    borderColor: verdictColours.attention,
    borderStyle: 'dashed',
  },
  fields: { flexDirection: 'row', flexWrap: 'wrap', marginTop: 12 },
  field: { width: '33.33%', paddingRight: 10, marginBottom: 7 },
  label: { fontSize: 7, color: colours.soft },
  value: { fontSize: 9 },
  longValue: { fontSize: 9, marginBottom: 6 },
  small: { fontSize: 7.5 },
  soft: { color: colours.soft },
  strong: { fontWeight: 700, color: colours.text },
  bold: { fontWeight: 700 },

  panels: { flexDirection: 'row', marginTop: 5 },
  panel: { flexGrow: 1, flexBasis: 0, padding: 11, backgroundColor: colours.raised, borderRadius: 4 },
  panelGap: { width: 10 },
  grade: { fontSize: 16, lineHeight: 1.25, fontWeight: 700, marginTop: 1, marginBottom: 3 },
  bar: { flexDirection: 'row', height: 5, marginTop: 6, marginBottom: 5, borderRadius: 2.5, overflow: 'hidden' },

  h2: { fontSize: 12, lineHeight: 1.3, fontWeight: 700, color: colours.accent, marginTop: 12, marginBottom: 4 },
  h3: { fontSize: 10, lineHeight: 1.3, fontWeight: 700, marginTop: 11, marginBottom: 3 },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: colours.line, paddingVertical: 3 },
  headRow: { flexDirection: 'row', borderBottomWidth: 1, borderBottomColor: colours.line, paddingBottom: 2.5 },
  headCell: { fontSize: 7, color: colours.soft },

  item: { paddingLeft: 8, borderLeftWidth: 2.5, marginBottom: 8 },
  itemHead: { flexDirection: 'row', justifyContent: 'space-between' },
  itemTitle: { flexGrow: 1, flexShrink: 1, flexBasis: 0, fontWeight: 700, paddingRight: 12 },
  verdict: { fontWeight: 700 },
  sentence: { marginTop: 1 },
  note: { marginTop: 1.5, fontSize: 7.5, color: colours.soft },
  evidence: { marginTop: 1, fontSize: 7.5 },
  columns: { flexDirection: 'row' },
  leftColumn: { width: '36%', paddingRight: 10 },
  rightColumn: { flexGrow: 1, flexShrink: 1, flexBasis: 0, color: colours.soft },
  stackedLeft: { marginTop: 2, fontSize: 7.5 },
  stackedRight: { marginBottom: 2, fontSize: 7.5, color: colours.soft },
  paragraph: { marginBottom: 2 },
})

/** No page may end within this distance below a heading: about two lines, less than the smallest item. In points. */
export const HEADING_PRESENCE = 24
