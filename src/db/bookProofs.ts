import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'

import { poolFor } from './pools'
import { txOf } from './transaction'

/** What is proven: the ledgers against the documents, the audit log against its own chain; and that everything stands in a backup, too. */
export type ProofKind = 'ledgers' | 'audit' | 'backup'

/** One proof: when, how long it took, of how many documents (a backup: rows), how many differences (missing files), the first few of them. */
export type Proof = { kind: ProofKind; at: string; seconds: number; documents: number; differences: number; first: string[] }

/** Writes down what a proof found; those older than a year are forgotten. */
export async function recordProof(req: PayloadRequest, { kind, at, seconds, documents, differences, first }: Proof): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`
    insert into book_proofs (kind, proven_at, seconds, documents, differences, first)
    values (${kind}, ${at}::timestamptz, ${seconds}::numeric, ${documents}::int, ${differences}::int, ${JSON.stringify(first)}::jsonb)
    on conflict (kind, proven_at) do nothing`)
  await tx.execute(sql`delete from book_proofs where proven_at < now() - interval '1 year'`)
}

/** The newest proof of each kind. */
export async function latestProofs({ payload }: { payload: Payload }): Promise<Proof[]> {
  const { rows } = await poolFor(payload, 'health').query<Proof>(
    `select distinct on (kind) kind, to_char(proven_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, seconds::float8 as seconds,
       documents, differences, first from book_proofs order by kind, proven_at desc`,
  )
  return rows
}
