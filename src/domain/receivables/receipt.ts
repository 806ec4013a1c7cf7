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
  amount: number
  onOrder?: number | null
  allocations?: Array<{ id?: string; invoice: number; amount: number }> | null
}
