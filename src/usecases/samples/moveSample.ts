import type { PayloadRequest } from 'payload'

import { roundsOf } from '@/src/ledger/facts/samples'
import { lockDocumentRow } from '@/src/ledger/locks'

import { takeStep } from '@/src/engine/step'

/** The sample follows a delivery or a closed round. */
export const moveSample = (
  req: PayloadRequest,
  id: number,
  verb: 'mark-sent' | 'feedback',
  body: Record<string, unknown> = {},
): Promise<void> => takeStep({ req, slug: 'samples', id, verb, body })

/** The open round of a sample, if any, is withdrawn. */
export async function withdrawOpenRound({ req }: { req: PayloadRequest }, sample: number): Promise<void> {
  const { open } = await roundsOf(req, sample)
  if (open) await takeStep({ req, slug: 'feedback-rounds', id: open.id, verb: 'withdraw' })
}

/** Locks a sample and tells its status; null when there is none. Rounds are counted under this lock. */
export const lockSample = (req: PayloadRequest, id: number): Promise<{ id: number; status: string } | null> =>
  lockDocumentRow({ req, slug: 'samples', id })
