import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type RoundDocument = Stored<'feedback-rounds'>

/** The house's own step: the sample was cancelled before the customer answered. */
export const withdrawRound: Verb<RoundDocument> = {
  name: 'withdraw',
  label: { zh: '撤回', en: 'Withdraw' },
  roles: [],
  run: async ({ now }) => ({ patch: { status: 'withdrawn', closedAt: now.instant } }),
}
