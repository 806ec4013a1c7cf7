import type { FieldHook } from 'payload'

import { toNumber } from '@/src/domain/kernel/money'
import { openInstalments } from '@/src/domain/receivables/openInstalments'

type Row = { amount: number }

/** What is open of each instalment, worked out of what is open of the invoice; a draft is open in full. */
export const showOpenInstalments: FieldHook = ({ value, data }) => {
  if (!Array.isArray(value) || value.length === 0) return value as unknown
  const rows = value as Row[]
  const open = data?.['status'] === 'approved' ? (data['openAmount'] as number | null) : rows.reduce((sum, { amount }) => sum + amount, 0)
  return openInstalments(open ?? 0, rows).map(({ open: openAmount, ...row }) => ({ ...row, openAmount: toNumber(openAmount) }))
}
