import { d, type Numeric } from '../kernel/decimal'

const kinds = ['quotes', 'orders', 'invoices'] as const
export type TakenFrom = { slug: (typeof kinds)[number]; id: number; line: string }

/** A line that an earlier price stood on, as a person names it: `quotes/42/65f0…`. */
export const spokenSource = ({ slug, id, line }: TakenFrom): string => `${slug}/${id}/${line}`

/** Null for what names no line of a quote, order or invoice. */
export function readSource(text: unknown): TakenFrom | null {
  const [, slug, id, line] = /^(\w+)\/(\d{1,9})\/([\w-]{1,64})$/.exec(typeof text === 'string' ? text : '') ?? []
  const kind = kinds.find((each) => each === slug)
  return kind && id && line ? { slug: kind, id: Number(id), line } : null
}

type Priced = { item: number; unit: string | null; price: Numeric; customer: number; currency: string; taxMode: string }

export type EarlierLine = Priced & TakenFrom & { no: string; date: string }

/**
 * Whether an earlier line tells exactly the price of this one: same customer, item, unit, currency, tax mode and price. Typed on
 * since, the price is a typed one like any other: 0.68 of a quote changed to 0.67 has no source.
 */
export const tellsPrice = (earlier: Priced, line: Priced): boolean =>
  earlier.customer === line.customer &&
  earlier.item === line.item &&
  earlier.unit === line.unit &&
  earlier.currency === line.currency &&
  earlier.taxMode === line.taxMode &&
  d(earlier.price).eq(d(line.price))
