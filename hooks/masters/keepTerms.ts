import type { CollectionBeforeChangeHook } from 'payload'

import { openWithTerms } from '@/src/engine/masterUses'

import { refuseIfAny } from '@/src/engine/refusal'
import { usedBy } from './usedBy'

type Terms = { kind?: string | null; days?: number | null; instalments?: ReadonlyArray<{ percent: number; days: number }> | null }

const content = ({ kind, days, instalments }: Terms): string =>
  JSON.stringify([kind, days ?? 0, (instalments ?? []).map((part) => [Number(part.percent), Number(part.days)])])

/** Terms are what open documents agreed on: while there are any, other terms are another record. */
export const keepTerms: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || content({ ...originalDoc, ...data }) === content(originalDoc)) return data
  const path = (['kind', 'days', 'instalments'] as const).find(
    (field) => content({ ...originalDoc, [field]: data[field] ?? originalDoc[field] }) !== content(originalDoc),
  )
  refuseIfAny(
    req,
    usedBy({
      path: path ?? 'kind',
      documents: await openWithTerms(req, Number(originalDoc.id)),
      zh: '未结单据正按此条件收款，请另建收款条件',
      en: 'Open documents are paid by these terms; make other terms',
    }),
  )
  return data
}
