import type { PayloadRequest } from 'payload'

import type { AnyDocument, DocumentRules } from '../document'
import type { Operation } from '../operation'
import { settingsOf } from '../settings'
import type { PostingPlan } from './plan'
import { planPostings } from './planPostings'

/** What this operation would post, computed once: the guards read it, `post` appends it. */
export async function planOf({
  req,
  rules,
  operation,
  doc,
}: {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
}): Promise<PostingPlan> {
  operation.plan ??= await planPostings({ req, rules, doc, stored: operation.stored, settings: await settingsOf(req) })
  return operation.plan
}
