import type { GlobalBeforeChangeHook } from 'payload'

import { changedFields } from '@/src/domain/control/houseChange'
import { isSecondAsked } from '@/src/engine/secondPerson'

import { refuseIfAny } from '@/src/engine/refusal'

type Values = Record<string, unknown>

const text = {
  zh: '此设置须由两人经手：请提出变更，由另一位管理员或总经理确认',
  en: 'These settings take two people: propose the change, and another administrator or the general manager confirms it',
}

/** Settings that decide on prices, credit, review and four eyes are not changed by one while the house asks for a second person. */
export const settingsByTwo: GlobalBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { version: _version, ...given } = data as Values
  const changed = changedFields((originalDoc ?? {}) as Values, given)
  if (changed.length === 0 || !(await isSecondAsked(req))) return data
  refuseIfAny(
    req,
    changed.map((field) => ({
      code: 'FOUR_EYES' as const,
      path: field,
      facts: { field, document: 'house-changes' },
      remedy: { action: 'propose' },
      text,
    })),
  )
  return data
}
