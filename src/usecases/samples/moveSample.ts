import type { PayloadRequest } from 'payload'

import { roundsOf } from '@/src/ledger/facts/samples'
import { lockDocumentRow } from '@/src/ledger/locks'

import { nameVerb } from '@/src/engine/operation'

/** Runs a step of the house itself on a document: through the engine with its lock, history and books, without asking for a role. */
export async function runOwnStep({
  req,
  slug,
  id,
  verb,
  body = {},
}: {
  req: PayloadRequest
  slug: string
  id: number
  verb: string
  body?: Record<string, unknown>
}): Promise<void> {
  nameVerb({ req, slug, id, verb, body })
  await req.payload.update({ collection: slug as never, id, data: {} as never, depth: 0, overrideAccess: true, req })
}

/** The sample follows a delivery or a closed round. */
export const moveSample = (
  req: PayloadRequest,
  id: number,
  verb: 'mark-sent' | 'feedback',
  body: Record<string, unknown> = {},
): Promise<void> => runOwnStep({ req, slug: 'samples', id, verb, body })

/** The open round of a sample, if any, is withdrawn. */
export async function withdrawOpenRound({ req }: { req: PayloadRequest }, sample: number): Promise<void> {
  const { open } = await roundsOf(req, sample)
  if (open) await runOwnStep({ req, slug: 'feedback-rounds', id: open.id, verb: 'withdraw' })
}

/** Locks a sample and tells its status; null when there is none. Rounds are counted under this lock. */
export const lockSample = (req: PayloadRequest, id: number): Promise<{ id: number; status: string } | null> =>
  lockDocumentRow({ req, slug: 'samples', id })
