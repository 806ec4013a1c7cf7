import { businessDateOf } from '@/src/domain/kernel/businessDate'

/** This instant, and the business day it falls on in the house's time zone. */
export const now = (): { instant: string; date: string } => {
  const instant = new Date().toISOString()
  return { instant, date: businessDateOf({ instant, timeZone: process.env['TZ_BUSINESS'] || 'Asia/Shanghai' }) }
}
