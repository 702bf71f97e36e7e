import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import { AppGenericRegular } from '@fluentui/react-icons/svg/app-generic'
import { HeadsetRegular } from '@fluentui/react-icons/svg/headset'
import { PersonRegular } from '@fluentui/react-icons/svg/person'

import type { RunView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Who acts. */
export type Owner = NonNullable<RunView['owner']>

const icons: { readonly [Each in Owner]: typeof PersonRegular } = {
  you: PersonRegular,
  consultant: HeadsetRegular,
  app: AppGenericRegular,
}

const useStyles = makeStyles({
  owner: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid transparent`,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: {
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  large: {
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  icon: { flexShrink: 0, fontSize: '1.2em' },
  you: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    ...shorthands.borderColor(tokens.colorBrandStroke2),
  },
  consultant: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    ...shorthands.borderColor(tokens.colorStatusWarningBorder1),
  },
  app: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    ...shorthands.borderColor(tokens.colorNeutralStroke1),
  },
})

/** Who acts, as icon and word. */
export function OwnerMark({ owner, word }: { readonly owner: Owner; readonly word?: string }) {
  const { text } = useTexts()
  return <Mark owner={owner} word={word ?? text(`rotation/owner/${owner}`)} size="small" />
}

/** The same for the act that is on screen: to be seen from afar. */
export function ActingOwner({ owner }: { readonly owner: Owner }) {
  const { text } = useTexts()
  return <Mark owner={owner} word={text(`rotation/acts/${owner}`)} size="large" />
}

function Mark({ owner, word, size }: { readonly owner: Owner; readonly word: string; readonly size: 'small' | 'large' }) {
  const styles = useStyles()
  const Icon = icons[owner]
  return (
    <span className={mergeClasses(styles.owner, styles[size], styles[owner])}>
      <Icon aria-hidden className={styles.icon} />
      {word}
    </span>
  )
}
