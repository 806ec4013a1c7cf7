import type { Finding } from '../kernel/decision'

/** A customer as far as it may do business: frozen or disabled, nothing new begins and nothing leaves. */
export type Party = { id: number; code: string; name: string; status: 'active' | 'frozen' | 'disabled' }

/**
 * Who may not do business now: the customer, or who pays its bills. Goods that left are always invoiced, returned, credited and paid,
 * and whatever shrinks passes; everything else asks here. C1 billed to P1, P1 frozen: a new order of C1 is refused naming P1.
 */
export function standingFindings({ customer, payer }: { customer: Party; payer: Party }): Finding[] {
  const parties = customer.id === payer.id ? [customer] : [customer, payer]
  return parties.flatMap((party): Finding[] => {
    if (party.status === 'active') return []
    const frozen = party.status === 'frozen'
    return [
      {
        code: frozen ? 'CUSTOMER_FROZEN' : 'CUSTOMER_DISABLED',
        severity: 'error',
        path: 'customer',
        facts: { customer: party.code, name: party.name, ...(party === customer ? {} : { paysFor: customer.code }) },
        remedy: { action: frozen ? 'unfreeze' : 'enable' },
      },
    ]
  })
}

type Sized = { id: string; qty: number; gross?: number | null }

/** Whether a document asks for more than it did: a line more, a larger quantity, a larger amount. */
export const asksForMore = (before: readonly Sized[], after: readonly Sized[]): boolean => {
  const known = new Map(before.map((line) => [line.id, line]))
  return after.some((line) => {
    const former = known.get(line.id)
    return !former || Number(line.qty) > Number(former.qty) || Number(line.gross ?? 0) > Number(former.gross ?? 0)
  })
}
