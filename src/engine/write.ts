import type { PayloadRequest } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'

import { enterDocument } from './documents/enterDocument'
import { rulesOf } from './define'
import { openOperation } from './open'
import { handOver } from './operation'
import { knownTo, spoken } from './refusal'

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
  const rules = rulesOf(slug)
  const operation = await openOperation({ req, rules, id, submitted: data })
  operation.body = given
  handOver(req, operation)
  const doc = await enterDocument({ req, slug: rules.slug, id, data, depth, overrideAccess })
  return {
    doc,
    warnings: spoken(
      knownTo(req, operation.findings).filter(({ severity }) => severity === 'warning'),
      req,
    ),
  }
}
