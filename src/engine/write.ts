import type { PayloadRequest } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'

import { rulesOf } from './define'
import { openOperation } from './open'
import { handOver } from './operation'
import { spoken } from './refusal'

type Written = { doc: Record<string, unknown> & { id: number; no: string }; warnings: Finding[] }

/**
 * Enters or edits a document inside an open transaction: the same write as Payload's own, with what was decided as its answer.
 * `given` is what the house adds that nobody enters: the rules find it as the body of the operation.
 */
export async function writeDocument({
  req,
  slug,
  id,
  data,
  given = {},
  depth = 0,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: string
  id: number | null
  data: Record<string, unknown>
  given?: Record<string, unknown>
  depth?: number
  overrideAccess: boolean
}): Promise<Written> {
  const operation = await openOperation({ req, rules: rulesOf(slug), id, submitted: data })
  operation.body = given
  handOver(req, operation)
  const collection = slug as never
  const doc =
    id === null
      ? await req.payload.create({ collection, data: data as never, depth, overrideAccess, req })
      : await req.payload.update({ collection, id, data: data as never, depth, overrideAccess, req })
  return {
    doc: doc as unknown as Written['doc'],
    warnings: spoken(
      operation.findings.filter(({ severity }) => severity === 'warning'),
      req,
    ),
  }
}
