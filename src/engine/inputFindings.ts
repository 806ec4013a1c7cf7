import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { standingFindings } from '@/src/domain/customers/standing'
import { customerFacts } from '@/src/ledger/facts/customers'

import type { VerbContext } from './document'

export const invalid = (path: string, field: string, value: unknown, accepted: string): Finding => ({
  code: 'INVALID_INPUT',
  severity: 'error',
  path,
  facts: { field, value: value ?? null, accepted },
})

const isFigure = (value: unknown): boolean => typeof value !== 'boolean' && value !== null && value !== '' && Number.isFinite(Number(value))

/** Quantities of lines drawn from another document: there, positive, at most 4 decimals. */
export function quantityFindings(lines: ReadonlyArray<{ qty: unknown }>): Finding[] {
  if (lines.length === 0) return [invalid('lines', 'lines', null, 'at least one line')]
  return lines.flatMap(({ qty }, index): Finding[] => {
    if (!isFigure(qty) || Number(qty) <= 0 || Number(qty) > 1e11) return [invalid(`lines.${index}.qty`, 'qty', qty, '> 0')]
    return d(Number(qty)).decimalPlaces() > 4 ? [invalid(`lines.${index}.qty`, 'qty', qty, '≤ 4 decimals')] : []
  })
}

/** Whether customer and payer may do business now (CR-38): asked when something begins, grows, or is about to leave. */
export async function standingOf(
  { req }: Pick<VerbContext<unknown>, 'req'>,
  { customer: id, billTo }: { customer: number; billTo?: number | null },
): Promise<Finding[]> {
  const customer = await customerFacts(req, id)
  if (!customer) return [invalid('customer', 'customer', id, 'id of a customer')]
  const payer = await customerFacts(req, billTo ?? customer.billTo)
  if (!payer) throw new Error(`Customer ${customer.code} is billed to ${String(billTo)}, who does not exist`)
  return standingFindings({ customer, payer })
}
