import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, RefObject } from 'react'

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  tab: {
    paddingInline: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalMNudge,
    border: 'none',
    borderBottom: `${tokens.strokeWidthThicker} solid transparent`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
    // A border that is transparent is drawn there.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  chosen: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
})

/** Keys of a row of tabs, and how far each goes; the ends are joined. */
const STEPS: { readonly [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * A row of tabs of which one is chosen; only that one is a stop of Tab, the arrows choose.
 *
 * Not Fluent's: that one puts stops around itself that a person cannot see and a screen reader is not told of.
 */
export function PartTabs<Part extends string>(props: {
  readonly row: RefObject<HTMLDivElement | null>
  readonly parts: readonly { readonly part: Part; readonly name: string }[]
  readonly chosen: Part
  /** id of the panel under the tabs */
  readonly panel: string
  /** id of a part's tab, which names the panel */
  readonly tabId: (part: Part) => string
  readonly onChoose: (part: Part) => void
}) {
  const { row, parts, chosen, panel, tabId, onChoose } = props
  const styles = useStyles()

  function move(event: KeyboardEvent): void {
    const at = parts.findIndex(({ part }) => part === chosen)
    const step = STEPS[event.key]
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? parts.length - 1 : step === undefined ? undefined : at + step
    const target = next === undefined ? undefined : parts[(next + parts.length) % parts.length]
    if (target === undefined) return
    event.preventDefault()
    onChoose(target.part)
    document.getElementById(tabId(target.part))?.focus()
  }

  return (
    <div ref={row} role="tablist" className={styles.tabs} onKeyDown={move}>
      {parts.map(({ part, name }) => (
        <button
          key={part}
          type="button"
          role="tab"
          id={tabId(part)}
          className={mergeClasses(styles.tab, part === chosen && styles.chosen)}
          aria-selected={part === chosen}
          aria-controls={panel}
          tabIndex={part === chosen ? 0 : -1}
          onClick={() => onChoose(part)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
