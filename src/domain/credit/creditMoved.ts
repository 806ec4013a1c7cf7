import type { CreditObject, CreditTarget, DocumentRef } from '../kernel/contributions'
import { d, type Numeric } from '../kernel/decimal'

/**
 * What settles an invoice leaves the objects of that invoice, and no longer those of the money on account: an invoice of 1,000 sold
 * by Li, settled with money that lay on Wang's account, gives 1,000 free to Li and takes them from Wang. One and the same object
 * on both sides moves nothing.
 */
export function creditMoved({
  source,
  amount,
  from,
  to,
}: {
  source: DocumentRef
  amount: Numeric
  from: readonly CreditObject[]
  to: readonly CreditObject[]
}): CreditTarget[] {
  const without = (objects: readonly CreditObject[], others: readonly CreditObject[]): CreditObject[] =>
    objects.filter((object) => !others.some(({ kind, id }) => kind === object.kind && id === object.id))
  const entry = (object: CreditObject, sign: 1 | -1): CreditTarget => ({
    source,
    line: '',
    object,
    bucket: 'receivable',
    amount: d(amount).times(sign).toString(),
  })
  return [...without(from, to).map((object) => entry(object, -1)), ...without(to, from).map((object) => entry(object, 1))]
}
