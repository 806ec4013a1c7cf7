import type { CollectionBeforeChangeHook } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { openWithOtherPayer } from '@/src/engine/masterUses'

import { refuseIfAny } from '@/src/engine/refusal'
import { usedBy } from './usedBy'

/** Who pays for a customer changes only when no open document names the former payer. */
export const keepPayer: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const own = Number(originalDoc.id)
  const [before, after] = [idOf(originalDoc.billTo) ?? own, idOf(data.billTo) ?? own]
  if (before === after) return data
  refuseIfAny(
    req,
    usedBy({
      path: 'billTo',
      documents: await openWithOtherPayer(req, own, after),
      zh: '未结单据仍由原开票客户付款，请用「更换开票客户」连同单据一起转移，或先结清、取消',
      en: 'Open documents name the former payer; move them with “Change payer”, or settle or cancel them first',
    }),
  )
  return data
}
