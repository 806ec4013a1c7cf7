import type { CollectionBeforeValidateHook } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { refuseIfAny } from '@/src/engine/refusal'

import { alreadyThere } from './alreadyThere'
import { departmentOf } from './departmentOfSalesperson'

/** A target holds for a whole month, kept as its first day, once per person; without a department it is that of the person. */
export const settleSalesTarget: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const salesperson = idOf(data.salesperson ?? originalDoc?.salesperson)
  const given = String(data.month ?? originalDoc?.month ?? '').slice(0, 10)
  if (salesperson === null || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return data
  const month = `${given.slice(0, 7)}-01`
  const where = { salesperson: { equals: salesperson }, month: { equals: month } }
  if (await alreadyThere({ req, collection: 'sales-targets', where, except: originalDoc?.id }))
    refuseIfAny(req, [
      {
        code: 'DUPLICATE',
        path: 'month',
        facts: { field: 'month', value: month },
        text: { zh: `此人 ${month.slice(0, 7)} 已有目标`, en: `This person has a target for ${month.slice(0, 7)} already` },
      },
    ])
  const department = idOf(data.department ?? originalDoc?.department) ?? (await departmentOf({ req, salesperson }))
  return { ...data, month, department }
}
