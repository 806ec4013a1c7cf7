import type { PayloadRequest } from 'payload'

import type { Actor, AnyDocument, DocumentRules } from '../document'
import type { Operation } from '../operation'
import type { PostingPlan } from '../posting/plan'
import type { Settings } from '../settings'

/** What every check is given: the document as it will be stored, what that would post, who acts and under which settings. */
export type CheckInput = {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
  plan: PostingPlan
  actor: Actor | null
  settings: Settings
  now: { instant: string; date: string }
}
