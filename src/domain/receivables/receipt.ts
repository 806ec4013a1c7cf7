export type ReceiptStatus = 'draft' | 'approved'

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
