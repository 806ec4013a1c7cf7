import type { StockAccount } from '../kernel/contributions'
import type { Words } from './words'

/** What the accounts of the stock book are called. */
export const stockAccountWords: Readonly<Record<StockAccount, Words>> = {
  onHand: { zh: '现存量', en: 'On hand' },
  reserved: { zh: '占用', en: 'Reserved' },
  frozen: { zh: '冻结', en: 'Frozen' },
  expectedIn: { zh: '预计入库', en: 'Expected in' },
  expectedTransfers: { zh: '调拨在途', en: 'In transfer' },
  expectedInspection: { zh: '待检', en: 'In inspection' },
}
