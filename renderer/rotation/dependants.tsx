import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AppGenericRegular } from '@fluentui/react-icons/svg/app-generic'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { HandRightRegular } from '@fluentui/react-icons/svg/hand-right'
import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { useState } from 'react'

import type { RotationPreparation } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

type Graph = RotationPreparation['graph']
type Node = Graph['nodes'][number]
type Edge = Graph['edges'][number]
type Handled = Edge['handledBy']

/** More would push everything else off the page; the rest is one press away. */
const SHOWN = 8

const icons: { readonly [Each in Handled]: typeof HandRightRegular } = {
  nobody: ErrorCircleFilled,
  hand: HandRightRegular,
  app: AppGenericRegular,
  'not-needed': CheckmarkRegular,
}
/** What somebody has to see comes first. */
const order: readonly Handled[] = ['nobody', 'hand', 'app', 'not-needed']

const NARROW = '@container rotation (max-width: 35rem)'
const LINE = `2px solid ${tokens.colorNeutralStrokeAccessible}`

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, margin: 0, padding: 0, listStyleType: 'none' },
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(8rem, 14rem)',
    alignItems: 'center',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  },
  login: {
    gridColumnStart: 2,
    gridRowStart: 1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    overflowWrap: 'anywhere',
    [NARROW]: { gridColumnStart: 1 },
  },
  loginIcon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  soft: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  none: { gridColumnStart: 1, gridRowStart: 1, color: tokens.colorNeutralForeground2, [NARROW]: { gridRowStart: 2 } },
  dependants: {
    gridColumnStart: 1,
    gridRowStart: 1,
    minWidth: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    position: 'relative',
    // From the trunk to the login.
    '::after': { content: '""', position: 'absolute', insetInlineEnd: 0, insetBlockStart: '50%', width: '0.75rem', borderTop: LINE },
    [NARROW]: { gridRowStart: 2, '::after': { display: 'none' } },
  },
  dependant: {
    position: 'relative',
    paddingBlock: tokens.spacingVerticalXXS,
    paddingInlineEnd: '1.75rem',
    // The branch to the trunk, and the trunk itself.
    '::before': { content: '""', position: 'absolute', insetInlineEnd: '0.75rem', insetBlockStart: '50%', width: '1rem', borderTop: LINE },
    '::after': {
      content: '""',
      position: 'absolute',
      insetInlineEnd: '0.75rem',
      insetBlockStart: 0,
      insetBlockEnd: 0,
      borderRight: LINE,
    },
    ':first-child::after': { insetBlockStart: '50%' },
    ':last-child::after': { insetBlockEnd: '50%' },
    [NARROW]: {
      paddingInlineStart: '1.75rem',
      paddingInlineEnd: 0,
      '::before': { insetInlineStart: '0.75rem' },
      '::after': { insetInlineStart: '0.75rem', insetInlineEnd: 'auto', borderLeft: LINE, borderRightStyle: 'none' },
      ':first-child::after': { insetBlockStart: 0 },
    },
  },
  node: {
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  handled: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  nobody: { color: tokens.colorStatusDangerForeground1 },
  hand: { color: tokens.colorStatusWarningForeground1 },
  app: { color: tokens.colorBrandForeground2 },
  'not-needed': { color: tokens.colorNeutralForeground2 },
  more: { gridColumnStart: 1, marginBlockStart: tokens.spacingVerticalS },
})

/** Each login with whoever depends on it: drawn as a tree, and read as a list. */
export function Dependants({ graph }: { readonly graph: Graph }) {
  const { text } = useTexts()
  const styles = useStyles()
  const logins = graph.nodes.filter(({ kind }) => kind === 'login')
  return (
    <ul className={styles.groups} aria-label={text('rotation/dependants')}>
      {logins.map((login) => (
        <Group key={login.id} login={login} graph={graph} />
      ))}
    </ul>
  )
}

function Group({ login, graph }: { readonly login: Node; readonly graph: Graph }) {
  const { text } = useTexts()
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const dependants = graph.edges
    .filter(({ to }) => to === login.id)
    .toSorted((one, other) => order.indexOf(one.handledBy) - order.indexOf(other.handledBy))
  const shown = all ? dependants : dependants.slice(0, SHOWN)
  return (
    <li className={styles.group}>
      <div className={styles.login}>
        <KeyRegular aria-hidden className={styles.loginIcon} />
        <span>
          <bdi className={styles.name}>{login.name}</bdi>
          <span className={styles.soft}>{login.kindWord}</span>
        </span>
      </div>
      {dependants.length === 0 ? (
        <span className={styles.none}>{text('rotation/dependants-none')}</span>
      ) : (
        <ul className={styles.dependants} aria-label={text('rotation/dependants-of', { login: login.name })}>
          {shown.map((edge) => (
            <Dependant key={edge.from} edge={edge} node={graph.nodes.find(({ id }) => id === edge.from)} />
          ))}
        </ul>
      )}
      {dependants.length <= SHOWN ? null : (
        <div className={styles.more}>
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {text(all ? 'rotation/dependants-fewer' : 'rotation/dependants-all', { count: dependants.length })}
          </Button>
        </div>
      )}
    </li>
  )
}

function Dependant({ edge, node }: { readonly edge: Edge; readonly node: Node | undefined }) {
  const styles = useStyles()
  const Icon = icons[edge.handledBy]
  return (
    <li className={styles.dependant}>
      <div className={styles.node}>
        <bdi className={styles.name}>{node?.name ?? edge.from}</bdi>
        <span className={mergeClasses(styles.handled, styles[edge.handledBy])}>
          <Icon aria-hidden className={styles.icon} />
          {edge.handledWord}
        </span>
      </div>
    </li>
  )
}
