import type { Finding } from '../kernel/decision'

const locked = (path: string, facts: Record<string, unknown>): Finding => ({
  code: 'PRICE_LOCKED',
  severity: 'error',
  path,
  facts: { ...facts, right: 'editPrice' },
  remedy: { action: 'useListed' },
})

/**
 * A free line costs nothing and is held against no minimum: it is a price of 0, and needs the right to prices like any other. What the
 * line was before or its quoted line says was somebody's decision; samples are given away by whoever sells them.
 */
export function decideFree({
  index,
  item,
  price,
  settled,
  sample,
  mayType,
}: {
  index: number
  item: string | null
  /** what the line would cost; null when unknown or not to be told */
  price: number | null
  settled: boolean
  sample: boolean
  mayType: boolean
}): Finding[] {
  if (settled || sample || mayType) return []
  return [locked(`lines.${index}.free`, { item, field: 'free', value: 0, ...(price === null ? {} : { due: price }) })]
}

/**
 * Terms of payment decide when something is due, and those paid in advance use no credit at all: others than the customer's need the right
 * to prices. What stood in the document or came with its quotes was decided there.
 */
export function decideTerms({
  entered,
  settled,
  mayType,
}: {
  entered: number | null
  settled: ReadonlyArray<number | null>
  mayType: boolean
}): Finding[] {
  return entered === null || mayType || settled.includes(entered) ? [] : [locked('paymentTerms', { field: 'paymentTerms' })]
}
