import { z } from 'zod'

import type { Role } from '@/src/domain/people/person'

import type { AnyDocument, Verb } from './document'

const body = z.object({ reason: z.string().trim().min(1).max(2000) })

/**
 * 取消: a numbered draft that nobody needs is cancelled, never deleted, so that its number stays explained. What it took over goes
 * back: a cancelled document contributes nothing to the books.
 */
export const cancelDraft = (roles: readonly Role[], label: { zh: string; en: string }): Verb<AnyDocument, z.infer<typeof body>> => ({
  name: 'cancel',
  label,
  roles,
  body,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }],
  run: () => Promise.resolve({ patch: { status: 'cancelled' } }),
})
