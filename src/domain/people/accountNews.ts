import { grantedRights } from './grantedRights'
import { houseChangeKind } from '../control/houseChangeKind'
import { holdsAnyRole, holdsRole, type Person } from './person'
import type { Words } from '../words/words'

/** What an administrator may do to another's account by which somebody could act as a person there is not, or who is away. */
export const accountDeeds = {
  made: { zh: '新建账号', en: 'made the account' },
  rights: { zh: '增加权限', en: 'gave it rights' },
  password: { zh: '设置密码', en: 'set its password' },
  address: { zh: '修改邮箱', en: 'changed its address' },
  enabled: { zh: '重新启用', en: 'enabled it again' },
  disabled: { zh: '停用账号', en: 'disabled the account' },
  demoted: { zh: '取消管理身份', en: 'took its administration away' },
} as const satisfies Readonly<Record<string, Words>>

export type AccountDeed = keyof typeof accountDeeds

type Account = Partial<Person> & { disabled?: boolean | null }

/**
 * What a save did to an account that is not one's own, as far as the house wants to hear of it. Whoever confirms rights and is left out is always
 * news: when nobody is left, one person decides alone. Another account that nobody can work with (no role,
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
  const wasSecond = before !== null && before.disabled !== true && isSecond(before)
  if (wasSecond && after.disabled === true) return ['disabled']
  if (after.disabled === true || !holdsAnyRole(asPerson(after))) return []
  if (before === null) return isPasswordSet ? ['made', 'password'] : ['made']
  return [
    ...(wasSecond && !isSecond(after) ? (['demoted'] as const) : []),
    ...(grantedRights(before, after).length > 0 ? (['rights'] as const) : []),
    ...(isPasswordSet ? (['password'] as const) : []),
    ...(before.email !== after.email ? (['address'] as const) : []),
    ...(before.disabled === true ? (['enabled'] as const) : []),
  ]
}

/** Who could be the second person of what another one wants: without any, one is enough. */
const isSecond = (account: Account): boolean => holdsRole(asPerson(account), ...houseChangeKind.editors)

/** What leaves somebody out who could have been the second person; he hears of it at his address, where he cannot look any more. */
export const leavesOut = (deeds: readonly AccountDeed[]): boolean => deeds.includes('disabled') || deeds.includes('demoted')

const asPerson = (account: Account): Person => ({ id: 0, ...account })
