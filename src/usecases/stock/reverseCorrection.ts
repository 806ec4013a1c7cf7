import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { withReason } from '@/src/engine/reason'

import { followUp } from './correctedReceipt'

type CorrectionDocument = Stored<'cost-corrections'>

export const reverseCorrection: Verb<CorrectionDocument> = {
  name: 'reverse',
  label: { zh: '冲销', en: 'Reverse' },
  roles: ['finance', 'generalManager'],
  ...withReason,
  run: (ctx) => Promise.resolve({ patch: { status: 'reversed' }, after: () => followUp(ctx, ctx.doc.costShares ?? []) }),
}
