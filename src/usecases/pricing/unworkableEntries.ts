import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import { invalid } from '@/src/engine/inputFindings'

const limits = { qty: 1e11, price: 1e9, headerDiscount: 1e12, exchangeRate: 1e9 }

/** Whether what was entered is a figure from `least` to `most`; what is left empty is judged where it must not be. */
function isBetween(value: unknown, least: number, most: number): boolean {
  if (value === '' || typeof value === 'boolean' || !Number.isFinite(Number(value))) return false
  return Number(value) >= least && Number(value) <= most
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined
const decimals = (value: unknown): number => d(value as number).decimalPlaces()

type Head = Pick<SalesHeader, 'customer' | 'date' | 'taxMode' | 'exchangeRate' | 'headerDiscount'>
type Line = Pick<SalesLine, 'item' | 'qty' | 'price' | 'discountRate' | 'taxRate'>

/**
 * What no rule could work with, field by field, before anything is computed: one INVALID_INPUT per field, with the path, what was given and what is
 * accepted. `unitPrices`: a line may state its price for no quantity.
 */
export function unworkableEntries(doc: Head & { lines: readonly Line[] }, { unitPrices }: { unitPrices: boolean }): Finding[] {
  const { customer, date, taxMode, exchangeRate, headerDiscount } = doc
  const lines = Array.isArray(doc.lines) ? doc.lines : []
  const isRate = isBetween(exchangeRate, 0, limits.exchangeRate) && Number(exchangeRate) > 0
  return [
    ...(idOf(customer) === null ? [invalid('customer', 'customer', customer, 'id of a customer')] : []),
    ...(isBusinessDate(String(date).slice(0, 10)) ? [] : [invalid('date', 'date', date, 'YYYY-MM-DD')]),
    ...(taxMode && !['inclusive', 'exclusive'].includes(taxMode) ? [invalid('taxMode', 'taxMode', taxMode, 'inclusive, exclusive')] : []),
    ...(isGiven(exchangeRate) && !isRate ? [invalid('exchangeRate', 'exchangeRate', exchangeRate, '> 0')] : []),
    ...(isGiven(headerDiscount) && !isBetween(headerDiscount, 0, limits.headerDiscount)
      ? [invalid('headerDiscount', 'headerDiscount', headerDiscount, '≥ 0')]
      : []),
    ...(lines.length === 0 ? [invalid('lines', 'lines', null, 'at least one line')] : []),
    ...lines.flatMap((line, index) => unworkableLine(line, `lines.${index}`, unitPrices)),
  ]
}

function unworkableLine({ item, qty, price, discountRate, taxRate }: Line, at: string, unitPrices: boolean): Finding[] {
  const isQty = isGiven(qty) && isBetween(qty, 0, limits.qty) && (Number(qty) > 0 || unitPrices)
  const isPrice = isBetween(price, 0, limits.price)
  return [
    ...(idOf(item) === null ? [invalid(`${at}.item`, 'item', item, 'id of an item')] : []),
    ...(isQty ? [] : [invalid(`${at}.qty`, 'qty', qty, unitPrices ? '≥ 0' : '> 0')]),
    ...(isQty && decimals(qty) > 4 ? [invalid(`${at}.qty`, 'qty', qty, '≤ 4 decimals')] : []),
    ...(isGiven(price) && !isPrice ? [invalid(`${at}.price`, 'price', price, '≥ 0')] : []),
    ...(isGiven(price) && isPrice && decimals(price) > 6 ? [invalid(`${at}.price`, 'price', price, '≤ 6 decimals')] : []),
    ...(isGiven(discountRate) && !isBetween(discountRate, 0, 100)
      ? [invalid(`${at}.discountRate`, 'discountRate', discountRate, '0–100')]
      : []),
    ...(isGiven(taxRate) && !isBetween(taxRate, 0, 100) ? [invalid(`${at}.taxRate`, 'taxRate', taxRate, '0–100')] : []),
  ]
}
