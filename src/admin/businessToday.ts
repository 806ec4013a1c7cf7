import { businessDateOf, type BusinessDate } from '@/src/domain/kernel/businessDate'

/** The business's day as a page is made on the server; a browser is told it, since its own clock may stand elsewhere. */
export const businessToday = (): BusinessDate =>
  businessDateOf({ instant: new Date().toISOString(), timeZone: process.env.TZ_BUSINESS || 'Asia/Shanghai' })
