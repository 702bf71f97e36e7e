import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard'
import { PresenterRegular } from '@fluentui/react-icons/svg/presenter'

import { useTexts } from '../texts/text-context.tsx'
import { type Page, type PageGroups, pageOf } from './pages.ts'
import { useNavigation } from './route-context.tsx'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, flexGrow: 1 },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: 'none' },
  heading: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  item: { width: '100%', justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular, textAlign: 'start' },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  bottom: { marginBlockStart: 'auto' },
})

/** The pages by groups, and the two switches that every page has. */
export function NavigationPanel(props: {
  readonly groups: PageGroups
  readonly presenter: boolean
  readonly onChosen: () => void
  readonly onPresenter: () => void
  readonly onShortcuts: () => void
}) {
  const { groups, presenter, onChosen, onPresenter, onShortcuts } = props
  const { text } = useTexts()
  const styles = useStyles()
  const list = (pages: readonly Page[]) => <PageList pages={pages} onChosen={onChosen} />
  return (
    <nav aria-label={text('frame/nav-label')} className={styles.panel}>
      {list(groups.top)}
      {groups.ofCase.length === 0 ? null : (
        <div>
          <h2 className={styles.heading}>{text('frame/nav-case')}</h2>
          {list(groups.ofCase)}
        </div>
      )}
      {groups.more.length === 0 ? null : list(groups.more)}
      <div className={mergeClasses(styles.list, styles.bottom)}>
        <Button appearance="subtle" className={styles.item} icon={<PresenterRegular />} aria-pressed={presenter} onClick={onPresenter}>
          {text(presenter ? 'frame/presenter-leave' : 'frame/presenter')}
        </Button>
        <Button appearance="subtle" className={styles.item} icon={<KeyboardRegular />} onClick={onShortcuts}>
          {text('frame/shortcuts')}
        </Button>
      </div>
    </nav>
  )
}

function PageList({ pages, onChosen }: { readonly pages: readonly Page[]; readonly onChosen: () => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  const { route, go } = useNavigation()
  return (
    <ul className={styles.list}>
      {pages.map(({ name, label, icon: Icon, route: target }) => {
        const isCurrent = pageOf(route) === name
        return (
          <li key={name}>
            <Button
              appearance="subtle"
              className={mergeClasses(styles.item, isCurrent && styles.current)}
              icon={<Icon />}
              aria-current={isCurrent ? 'page' : undefined}
              onClick={() => {
                onChosen()
                go(target)
              }}
            >
              {text(label)}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
