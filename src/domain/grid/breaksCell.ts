import type { Read } from './read'

/** A quantity break as it is typed; without a price it gets the price of the day for its quantity. */
type TypedBreak = { qty: number; price: number | null }

const figure = /^\d+(\.\d+)?$/
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s¥￥$]/g, '')

/** `500 @ 8, 1000 @ 7.5`, `500:8；1000`: a quantity, and its price behind @, : or = where one is given. Anything else cannot be read. */
export function readBreaks(typed: string): Read {
  const parts = typed
    .normalize('NFKC')
    .split(/[,;、\n]/)
    .map(plain)
    .filter((part) => part !== '')
  if (parts.length === 0) return { value: null }
  const breaks: TypedBreak[] = []
  for (const part of parts) {
    const [qty = '', price, more] = part.split(/[@:=]/)
    if (more !== undefined || !figure.test(qty) || (price !== undefined && !figure.test(price))) return { unread: true }
    if (Number(qty) <= 0 || breaks.some((one) => one.qty === Number(qty))) return { unread: true }
    breaks.push({ qty: Number(qty), price: price === undefined ? null : Number(price) })
  }
  return { value: breaks.sort((one, other) => one.qty - other.qty) }
}

/** The same as it is shown, copied, and typed again. */
export const spokenBreaks = (value: unknown): string =>
  (Array.isArray(value) ? (value as Array<Partial<TypedBreak>>) : [])
    .map(({ qty, price }) => (typeof price === 'number' ? `${qty ?? ''} @ ${price}` : String(qty ?? '')))
    .join(', ')
