import type { CollectionBeforeChangeHook } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { WordedFinding } from '@/src/domain/kernel/decision'
import { needsSecond, takesOver } from '@/src/domain/people/gainedPowers'
import type { Person } from '@/src/domain/people/person'
import { actorOf } from '@/src/engine/actor'
import { isSecondAsked, writesAlone } from '@/src/engine/secondPerson'

import { refuseIfAny } from '@/src/engine/refusal'

const words = {
  own: {
    zh: '不能给自己加权限：请提出变更，由另一位管理员或总经理确认',
    en: 'Nobody gives himself a right: propose it, and another administrator or the general manager confirms it',
  },
  others: {
    zh: '管理员身份、可见成本、最低售价或信用额度的权限须由两人经手：请提出变更，由他人确认',
    en: 'Administration, and the sight of cost, minimum price or credit limit, take two people: propose it, and somebody else confirms it',
  },
  keys: {
    zh: '此人有管理身份，或可见成本、最低售价、信用额度，其密码不能由他人设置：请发密码链接；改邮箱请提出变更，由他人确认',
    en: 'This person administers or sees figures of the house: nobody else sets his password, send him the link; another address is proposed, and somebody else confirms it',
  },
}

/**
 * 四眼: nobody gives himself a right, and what opens the figures of the house or makes an administrator is given by two. By whichever
 * door: form, REST, GraphQL, import. Nor does anybody take over the account of who has such rights, by its password or its address.
 * Whoever gives a right up needs nobody.
 */
export const rightsByTwo: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (!writesAlone(req)) return data
  const own = operation === 'update' && actorOf(req)?.id === idOf(originalDoc)
  const before: Partial<Person> = originalDoc ?? {}
  const needed = needsSecond({ own, isAsked: true, before, after: data })
  const taken = operation === 'update' ? takesOver({ own, isAsked: true, before, after: data }) : []
  const [first] = own ? needed : needed.length > 0 ? ['roles'] : taken
  if (first === undefined || (!own && !(await isSecondAsked(req)))) return data
  refuseIfAny(req, [
    {
      code: 'FOUR_EYES',
      path: first,
      facts: { fields: [...needed, ...taken], document: 'house-changes' },
      remedy: { action: 'propose' },
      text: words[own ? 'own' : needed.length > 0 ? 'others' : 'keys'],
    } satisfies WordedFinding,
  ])
  return data
}
