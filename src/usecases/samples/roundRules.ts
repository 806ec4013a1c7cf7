import { noContributions } from '@/src/domain/kernel/contributions'
import { foreignFields } from '@/src/domain/samples/feedbackRound'
import { feedbackRoundKind } from '@/src/domain/samples/feedbackRoundKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { answersDelivery, byDocument } from '@/src/ledger/links'

import { closeRound } from './closeRound'
import { prepareRound } from './prepareRound'
import { withdrawRound } from './withdrawRound'

type RoundDocument = Stored<'feedback-rounds'>

/** 客户反馈: one round of the customer's judgement of a sample. */
defineDocument<RoundDocument>({
  ...feedbackRoundKind,
  statusRefusedAs: (actor) => {
    const [foreign] = actor ? foreignFields({ changed: ['status'], roles: actor.roles }) : []
    return foreign && { code: 'NOT_YOUR_FIELD', path: 'status', facts: foreign }
  },
  prepare: prepareRound,
  contributions: noContributions,
  links: [answersDelivery, byDocument({ from: 'samples', to: 'feedback-rounds', column: 'sample_id', unless: ['delivery_id'] })],
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'withdrawn' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { close: closeRound, withdraw: withdrawRound },
})
