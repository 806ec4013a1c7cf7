import { z } from 'zod'

import type { Ask } from '@/src/domain/kernel/ask'

const body = z.object({ reason: z.string().trim().min(1).max(2000) })

/** What a verb is told that does nothing without a reason. */
export type Reason = z.infer<typeof body>

/** A verb that asks why, and does nothing without an answer: the same question everywhere. */
export const withReason = {
  body,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'longText', required: true }],
} as const satisfies { body: z.ZodType<Reason>; asks: readonly Ask[] }
