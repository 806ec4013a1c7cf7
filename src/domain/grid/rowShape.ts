import type { Words } from '../words/words'

/** A price that is typed, with the fields that say who found it and of which earlier line it is. */
export type PriceFields = {
  field: string
  source: string
  from?: string
  /** the steps it was found by */
  trace: string
  /** the unit it is for: an earlier price in another one is not taken over */
  unit: string
  /** the question that tells earlier prices, and the fields of the head in which a price that is taken over has to agree */
  earlier: { question: string; agreeing: readonly string[] }
}

/** What the fields of a row are to one another, told by the collection: the grid knows no document. A plain list has nothing of it. */
export type RowShape = {
  /** what a row is about, in the order in which it is asked for; one of them is enough */
  subject: readonly string[]
  /** what is typed with it: Enter goes there from the subject, and a row without it is not finished */
  figure: readonly string[]
  /** the figure that is summed under the rows, and that the dates of a row divide */
  quantity?: string
  price?: PriceFields
  /** delivery dates, each with its part of the quantity */
  dates?: string
  /** quantities with a price each */
  breaks?: string
  /** fields that came with the subject: asked anew with another one */
  cameWith: readonly string[]
  /** what the house fills into a fresh row: it does not make it an entered one */
  given: readonly string[]
  /** how far a row has come, as the books say */
  progress: ReadonlyArray<{ name: string; label: Words }>
  /** a row with the field `by` was laid down elsewhere: of it, `fixed` are only read, and its value is asked for as the other three say */
  laidDown?: { by: string; fixed: readonly string[]; type: string; options: string; required: string }
}

export const plainRows: RowShape = { subject: [], figure: [], cameWith: [], given: ['id'], progress: [] }

/** What changes when a person sets the price of a row, takes it from an earlier line, or leaves it to the house (null). */
export const pricedBy = (
  { field, source, from }: Pick<PriceFields, 'field' | 'source' | 'from'>,
  price: unknown,
  earlier: string | null = null,
): Record<string, unknown> => ({
  [field]: price,
  [source]: price === null ? 'auto' : 'manual',
  ...(from && (earlier !== null || price === null) ? { [from]: earlier } : {}),
})

/** The price of a row was set by a person: the house does not find another one. */
export const isOwnPrice = ({ price }: RowShape, values: Readonly<Record<string, unknown>>): boolean =>
  price !== undefined && values[price.source] === 'manual'

/** What a row is not a row without, in the order in which everybody has it: code, quantity, price. */
export const mainFields = ({ subject, figure, price }: RowShape): string[] => [...subject, ...figure, ...(price ? [price.field] : [])]
