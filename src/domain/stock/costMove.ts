import type { Decimal } from '../kernel/decimal'

/** One movement of goods on hand, in the order of the books. `key` is what holds its value: line, warehouse and batch. */
export type CostMove = {
  key: string
  line: string
  /** the goods valued together: those of an item, or of an item in one warehouse */
  pool: string
  /** signed, in stock unit */
  qty: Decimal
  /** what goods that come in are worth by their own document; null = nobody said, and nothing was there to say it */
  value: Decimal | null
  /** the line these goods left with, when they come back or arrive from another warehouse */
  origin: string | null
  /** unit cost that was known when goods went out that were not there, or came in without a cost; absent = none was looked for */
  cost?: Decimal | null
}
