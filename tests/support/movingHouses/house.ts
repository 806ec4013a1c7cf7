/** Three companies as they stand in the systems they leave, and what they come to by whole-number arithmetic of its own. */

export type Row = Readonly<Record<string, string | number>>
/** Rows of a template, by the headings a person reads there. */
export type Filled = { kind: string; language: 'zh' | 'en'; rows: readonly Row[] }
export type Sums = Record<string, number>
export type House = {
  name: string
  /** how codes of its customers and goods begin */
  prefix: string
  files: readonly Filled[]
  /** net amounts of the history in cents of the books' currency */
  sold: Record<'customer' | 'item' | 'month' | 'region' | 'itemCategory' | 'salesperson', Sums>
  /** what each customer owes, in cents of the books' currency */
  owed: Sums
  /** open amounts of orders with tax, and value of stock, in cents */
  open: Sums
  stock: Sums
}

/** The same figures each time. */
export function chance(seed: number) {
  let state = seed
  const next = (): number => (state = (state * 48271) % 2147483647)
  return {
    upTo: (most: number): number => next() % most,
    of: <One>(all: readonly [One, ...One[]]): One => all[next() % all.length] ?? all[0],
  }
}

/** `a / b` to the nearest whole number, halves away from zero. */
export const rounded = (a: number, b: number): number => Math.sign(a) * Math.floor((2 * Math.abs(a) + b) / (2 * b))
export const two = (n: number): string => String(n).padStart(2, '0')
export const dayOf = (year: number, n: number): string => `${String(year)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`
export const plain = (cents: number): string => (cents / 100).toFixed(2)
export const add = (sums: Sums, key: string, cents: number): void => void (sums[key] = (sums[key] ?? 0) + cents)
export const noSums = (): House['sold'] => ({ customer: {}, item: {}, month: {}, region: {}, itemCategory: {}, salesperson: {} })
