const KEY = 'erp-checkup-single-key'

/** Whether `?` alone opens the list; kept in this browser, because it is about this keyboard. */
export function readSingleKey(storage: Pick<Storage, 'getItem'>): boolean {
  return storage.getItem(KEY) !== 'off'
}

export function keepSingleKey(storage: Pick<Storage, 'setItem'>, on: boolean): void {
  storage.setItem(KEY, on ? 'on' : 'off')
}
