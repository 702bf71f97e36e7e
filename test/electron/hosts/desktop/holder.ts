// A process that holds the lock of a folder and says what happens to it.
import { takeLock } from '#electron/hosts/desktop/own-lock.ts'

const [, , folder = ''] = process.argv
const lock = await takeLock({ folder, platform: process.platform, onKnock: () => process.send?.('knock') })
process.send?.(lock === null ? 'refused' : 'locked')
process.on('message', () => {
  void lock?.release().then(() => process.send?.('released'))
})
