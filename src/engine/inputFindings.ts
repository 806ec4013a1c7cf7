import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
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

/** A customer that is frozen or disabled gets no new document, whatever the credit (CR-38). */
export async function customerFindings({ req, stored }: Pick<VerbContext<unknown>, 'req' | 'stored'>, id: number): Promise<Finding[]> {
  const customer = await customerFacts(req, id)
  if (!customer) return [invalid('customer', 'customer', id, 'id of a customer')]
  if (stored || customer.status === 'active') return []
  return [
    {
      code: customer.status === 'frozen' ? 'CUSTOMER_FROZEN' : 'CUSTOMER_DISABLED',
      severity: 'error',
      path: 'customer',
      facts: { customer: customer.code, name: customer.name },
      remedy: { action: customer.status === 'frozen' ? 'unfreeze' : 'enable' },
    },
  ]
}
