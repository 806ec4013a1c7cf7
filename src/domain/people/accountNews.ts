import { grantedRights } from './grantedRights'
import { holdsAnyRole, type Person } from './person'
import type { Words } from '../words/words'

/** What an administrator may do to another's account by which somebody could act as a person there is not, or who is away. */
export const accountDeeds = {
  made: { zh: '新建账号', en: 'made the account' },
  rights: { zh: '增加权限', en: 'gave it rights' },
  password: { zh: '设置密码', en: 'set its password' },
  address: { zh: '修改邮箱', en: 'changed its address' },
  enabled: { zh: '重新启用', en: 'enabled it again' },
} as const satisfies Readonly<Record<string, Words>>

export type AccountDeed = keyof typeof accountDeeds

type Account = Partial<Person> & { disabled?: boolean | null }

/**
 * What a save did to an account that is not one's own, as far as the house wants to hear of it. An account that nobody can work with (no role,
 * disabled) is nobody's news until somebody can; then it is told with all its rights.
 */
export function accountNews({
  before,
  after,
  isPasswordSet,
}: {
  /** null: the account is new */
  before: Account | null
  after: Account
  isPasswordSet: boolean
}): AccountDeed[] {
  if (after.disabled === true || !holdsAnyRole(asPerson(after))) return []
  if (before === null) return isPasswordSet ? ['made', 'password'] : ['made']
  return [
    ...(grantedRights(before, after).length > 0 ? (['rights'] as const) : []),
    ...(isPasswordSet ? (['password'] as const) : []),
    ...(before.email !== after.email ? (['address'] as const) : []),
    ...(before.disabled === true ? (['enabled'] as const) : []),
  ]
}

const asPerson = (account: Account): Person => ({ id: 0, ...account })
