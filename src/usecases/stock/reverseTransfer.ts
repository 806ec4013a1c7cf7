import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

import { postingRight } from './stockLines'

type TransferDocument = Stored<'stock-transfers'>

/** 冲销: what was received leaves again, what was shipped is back, each with its own value. */
export const reverseTransfer: Verb<TransferDocument, Reason> = {
  name: 'reverse',
  label: { zh: '冲销', en: 'Reverse' },
  roles: ['warehouse', 'generalManager'],
  ...withReason,
  run: async (ctx) => {
    const { doc } = ctx
    const received = doc.lines.some((line) => (line.receivedQty ?? 0) > 0)
    const findings = await postingRight(ctx, 'from', doc.from)
    if (received) findings.push(...(await postingRight(ctx, 'to', doc.to)))
    return { patch: { status: 'reversed' }, findings }
  },
}
