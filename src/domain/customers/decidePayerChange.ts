import type { Finding } from '../kernel/decision'
import type { Role } from '../people/person'
import { type Party, standingFindings } from './standing'

/** Who says who pays for a customer: a figure that decides about every limit. */
export const payerDeciders: readonly Role[] = ['finance', 'generalManager', 'admin']

/** An open document that names the former payer. `left`: its goods are out, or it only asks for or takes money. */
export type MovedDocument = { slug: string; id: number; no: string; status: string; settled: boolean; left: boolean }

/**
 * Whether the open documents of a customer may go over to another payer. What is settled in part stays where the money came from, so it
 * is finished first. A frozen payer takes over what has left, but nothing that has still to leave.
 */
export function decidePayerChange({
  customer,
  payer,
  documents,
}: {
  customer: Party
  payer: Party
  documents: readonly MovedDocument[]
}): Finding[] {
  const settled = documents.filter((document) => document.settled)
  const begins = documents.some(({ left }) => !left)
  return [
    ...(settled.length === 0
      ? []
      : [
          {
            code: 'DOWNSTREAM_EXISTS' as const,
            severity: 'error' as const,
            path: 'billTo',
            facts: {
              field: 'billTo',
              rule: 'partlySettled',
              documents: settled.map(({ slug, id, no, status }) => ({ slug, id, no, status })),
            },
          },
        ]),
    ...(begins ? standingFindings({ customer: { ...customer, status: 'active' }, payer }) : []),
  ]
}
