import type { BusinessDate } from '../kernel/businessDate'

type Dated = {
  date: BusinessDate
  /** the date that is stored; null for a new document */
  former: BusinessDate | null
  /** first day whose business is entered here; null: any day */
  openingDay: BusinessDate | null
}

/**
 * Whether a document is dated before the books were opened. What happened earlier comes in as opening balances and history; a document that
 * bears an earlier date already keeps it.
 */
export const isBeforeOpening = ({ date, former, openingDay }: Dated): boolean => openingDay !== null && date < openingDay && date !== former
