import type { PayloadRequest } from 'payload'

import type { AnyDocument, DocumentRules } from './document'
import type { Operation } from './operation'
import { postPlan } from './posting/postPlan'
import { settingsOf } from './settings'

/** Appends the plan of this operation to the ledgers. */
export async function post({
  req,
  rules,
  operation,
  doc,
}: {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
}): Promise<void> {
  if (!operation.plan) throw new Error(`${rules.slug} was written without a posting plan`)
  await postPlan({
    req,
    rules,
    doc: { ...doc, date: String(doc.date).slice(0, 10) },
    stored: operation.stored,
    plan: operation.plan,
    settings: await settingsOf(req),
    at: operation.now.instant,
  })
}
