import type { InvoiceStatus } from './invoiceSteps'
import type { SalesHeader, SalesLine } from '../orders/order'

export type { InvoiceStatus }

export type InvoiceLine = SalesLine & {
  deliveryLine?: string | null
  delivery?: number | null
  orderLine?: string | null
  order?: number | null
  invoiceLine?: string | null
  costValue?: number | null
}

/** Advances on the invoiced orders that settle the invoice when it is approved. */
export type AutomaticAllocation = { receipt: number; amount: number }

export type Invoice = SalesHeader & {
  status: InvoiceStatus
  kind: 'invoice' | 'creditNote'
  dueDate: string
  freight?: number | null
  advances?: AutomaticAllocation[] | null
  lines: InvoiceLine[]
}
