import { tokens } from '@fluentui/react-components'

/** For what focus is moved to and nobody presses, such as a heading: a ring is drawn only for whoever works by keyboard. */
export const focusByKeyboard = {
  ':focus': { outlineStyle: 'none' },
  ':focus-visible': {
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: tokens.spacingHorizontalXXS,
    borderRadius: tokens.borderRadiusMedium,
  },
} as const
