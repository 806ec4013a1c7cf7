import type { CollectionBeforeValidateHook } from 'payload'

import { decideInstalments } from '@/src/domain/receivables/instalments'

import { refuseIfAny } from '@/src/engine/refusal'

/** Instalments in percent come to 100, exactly. */
export const checkPaymentTerms: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const terms = { ...originalDoc, ...data }
  if (terms.kind === 'instalments') {
    const rows: Array<{ percent?: unknown; days?: unknown }> = terms.instalments ?? []
    const instalments = rows.map(({ percent, days }) => ({
      percent: Number.isFinite(Number(percent)) ? Number(percent) : 0,
      days: Number(days ?? 0),
    }))
    refuseIfAny(
      req,
      decideInstalments({ kind: 'instalments', instalments }).map((finding) => ({
        ...finding,
        text: { zh: '分期比例合计须为 100%', en: 'The instalments must come to 100 percent' },
      })),
    )
  }
  return data
}
