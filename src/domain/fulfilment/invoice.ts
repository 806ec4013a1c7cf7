import type { InvoiceStatus } from './invoiceSteps'
import type { SalesHeader, SalesLine, Titled } from '../orders/order'
import type { Freight } from '../pricing/freight'

export type { InvoiceStatus }

export type InvoiceLine = SalesLine & {
  deliveryLine?: string | null
  delivery?: number | null
  orderLine?: string | null
  order?: number | null
  invoiceLine?: string | null
  costValue?: number | null
  /** The return line whose goods this line of a credit note takes back. */
  returnLine?: string | null
}

/**
 * What settles an invoice by its own approval: advances on the invoiced orders; for a credit note the invoices it credits.
 * `date` is the day it counts from, the later of both documents. Base currency.
 */
export type AutomaticAllocation = { receipt?: number; invoice?: number; amount: number; date?: string }

/** What is due when, of terms in instalments; base currency. */
export type InvoiceInstalment = { id?: string; dueDate: string; percent: number; amount: number }

export type Invoice = SalesHeader &
  Titled &
  Freight & {
    status: InvoiceStatus
    kind: 'invoice' | 'creditNote'
    dueDate: string
    /** of an invoice that came with the opening books: what had been paid of it by then, base currency */
    settledBefore?: number | null
    /** A credit note that corrects prices: no quantity comes back. */
    priceOnly?: boolean | null
    instalments?: InvoiceInstalment[] | null
    advances?: AutomaticAllocation[] | null
    lines: InvoiceLine[]
  }
