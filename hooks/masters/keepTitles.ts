import type { CollectionBeforeValidateHook } from 'payload'

import { type InvoiceTitle, settleTitles, type TitleData } from '@/src/domain/customers/invoiceTitles'
import { textOf } from '@/src/domain/kernel/textOf'

import { refuseIfAny } from '@/src/engine/refusal'

type Values = Record<string, unknown>

function headOf(record: Values, before: Values | null = null): TitleData {
  const said = (field: keyof TitleData): string | null =>
    ((record[field] === undefined ? before?.[field] : record[field]) ?? null) as string | null
  return {
    invoiceTitle: said('invoiceTitle'),
    taxNo: said('taxNo'),
    invoiceAddress: said('invoiceAddress'),
    invoicePhone: said('invoicePhone'),
    bank: said('bank'),
    bankAccount: said('bankAccount'),
  }
}
const rowsOf = (record: Values): InvoiceTitle[] =>
  Array.isArray(record['invoiceTitles']) ? (record['invoiceTitles'] as InvoiceTitle[]) : []

/** One default among the titles of a customer, and the record says the same. */
export const keepTitles: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (!data) return data
  const stored = originalDoc ? (originalDoc as Values) : null
  const { rows, head, findings } = settleTitles({
    stored: stored && { rows: rowsOf(stored), head: headOf(stored) },
    given: {
      rows: data['invoiceTitles'] === undefined && stored ? rowsOf(stored) : rowsOf(data),
      head: headOf(data, stored),
      name: textOf(data['name'] ?? stored?.['name']),
    },
  })
  refuseIfAny(req, findings)
  return Object.assign(data, head, { invoiceTitles: rows })
}
