import type { Role } from '@/src/domain/people/person'

import type { AnyDocument, Verb } from './document'
import { type Reason, withReason } from './reason'

/**
 * 取消: a numbered draft that nobody needs is cancelled, never deleted, so that its number stays explained. What it took over goes
 * back: a cancelled document contributes nothing to the books.
 */
export const cancelDraft = (roles: readonly Role[], label: { zh: string; en: string }): Verb<AnyDocument, Reason> => ({
  name: 'cancel',
  label,
  roles,
  ...withReason,
  run: () => Promise.resolve({ patch: { status: 'cancelled' } }),
})
