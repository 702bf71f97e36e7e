import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'

import { useFocusBack } from '../components/use-focus-back.ts'
import { useTexts } from '../texts/text-context.tsx'
import { screenShortcuts } from './shortcuts.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', marginBlockEnd: tokens.spacingVerticalM },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineEnd: tokens.spacingHorizontalL,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  keys: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
})

/** The list of shortcuts as a table, which a screen reader reads cell by cell. */
export function ShortcutsDialog(props: {
  /** names of the pages in the order of the navigation */
  readonly pages: readonly string[]
  readonly singleKey: boolean
  readonly onSingleKey: (on: boolean) => void
  readonly onClose: () => void
}) {
  const { pages, singleKey, onSingleKey, onClose } = props
  const { text } = useTexts()
  const styles = useStyles()
  useFocusBack()
  const rows: readonly (readonly [keys: string, what: string])[] = [
    ...pages.map((page, index) => [`Alt + ${index + 1}`, text('frame/shortcut-go', { page })] as const),
    ['Alt + ←', text('frame/shortcut-back')],
    ['Alt + P', text('frame/shortcut-presenter')],
    ['?', text('frame/shortcut-list')],
    ...screenShortcuts.map(({ keys, what }) => [keys, text(what)] as const),
  ]
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('frame/shortcuts')}</DialogTitle>
          <DialogContent>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col" className={styles.cell}>
                    {text('frame/shortcuts-keys')}
                  </th>
                  <th scope="col" className={styles.cell}>
                    {text('frame/shortcuts-what')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(([keys, what]) => (
                  <tr key={keys}>
                    <th scope="row" className={styles.cell}>
                      <kbd className={styles.keys}>{keys}</kbd>
                    </th>
                    <td className={styles.cell}>{what}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Checkbox
              checked={singleKey}
              label={text('frame/shortcuts-single')}
              onChange={(_event, { checked }) => onSingleKey(checked === true)}
            />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {text('common/close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
