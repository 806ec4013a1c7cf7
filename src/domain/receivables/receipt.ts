import type { ReceiptStatus } from './receiptSteps'

export type { ReceiptStatus }

export type Receipt = {
  id: number
  no: string
  date: string
  version: number
  status: ReceiptStatus
  preparedBy: number | null
  customer: number
  /** who pays: fixed when the receipt is entered; only his invoices are settled with it */
  billTo: number | null
  amount: number
  onOrder?: number | null
  /** Whose credit the money frees while it lies on account: those of the order it is an advance on, else the customer's own. */
  salesperson?: number | null
  department?: number | null
  /** `date` is the day it was settled; absent: the receipt's own. */
  allocations?: Array<{ id?: string; invoice: number; amount: number; date?: string | null }> | null
  /** The day the money went back; set when the receipt is reversed. */
  bouncedOn?: string | null
  bounceReason?: string | null
}
