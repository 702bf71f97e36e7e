import { createNativeAccess, koffiSource } from '../../win32/library.ts'
import { wideTextAt } from '../../win32/memory.ts'
import { createPasswordDialog } from '../../win32/password-dialog.ts'
import { describeFailure } from '../../win32/result.ts'
import type { AskPassword } from './type-twice.ts'

/** The dialog of this Windows. SECURITY: its buffer is wiped; the text that is made of it cannot be, and goes to its use at once. */
export const askPassword: AskPassword = async ({ title, line, user }) => {
  const asked = await createPasswordDialog(createNativeAccess(koffiSource)).ask({ title, message: line, user })
  if (!asked.ok) throw new Error(describeFailure(asked.failure))
  if (asked.value === null) return null
  const { user: typedUser, password } = asked.value
  try {
    return { user: typedUser, password: wideTextAt(password, 0) }
  } finally {
    password.fill(0)
  }
}
