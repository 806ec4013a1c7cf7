import { z } from 'zod'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { closesOrder, decideShortClose } from '@/src/domain/orders/shortClose'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refusal } from '@/src/engine/refusal'
import { lineProgress } from '@/src/ledger/posted'

import { outdateDeliveries, refuseIfPlanned } from './outdateDeliveries'
import { chosenLines } from './chosenLines'

const closing = z.object({ lines: z.array(z.string()).min(1).optional(), reason: z.string().trim().min(1).max(2000) })

/**
 * 指定结束: what is open of the lines named, or of the whole order, is given up: reservation and credit are freed to the cent. Goods an
 * approved delivery is about to take stand in the way; drafts become stale. Closing all lines closes the order (O-34, O-35).
 */
export const shortCloseOrder: Verb<Stored<'orders'>, z.infer<typeof closing>> = {
  name: 'short-close',
  label: { zh: '指定结束', en: 'Short-close' },
  roles: ['salesManager', 'generalManager'],
  body: closing,
  offered: (doc) => doc['deliveryStatus'] !== 'full',
  asks: [
    { name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true },
    chosenLines({ zh: '结束的行', en: 'Lines to close' }, { name: 'openQty', label: { zh: '未交数量', en: 'Open' } }),
  ],
  run: async (ctx) => {
    const { req, doc, body } = ctx
    const progress = await lineProgress(
      req,
      doc.lines.map(({ id }) => id),
    )
    const lines = doc.lines.map((line) => ({ ...line, ...progress.get(line.id) }))
    const { closing: given, findings } = decideShortClose({ order: doc.no, lines, named: body.lines })
    if (findings.length > 0) throw refusal(findings, req)
    await refuseIfPlanned({ req, order: doc, lines: [...given.keys()] })
    const closes = !body.lines || closesOrder(lines, given)
    return {
      patch: {
        status: closes ? 'closed' : 'approved',
        closedEarly: closes,
        lines: doc.lines.map((line) => {
          const part = given.get(line.id)
          return part ? { ...line, closedQty: toNumber(d(line.closedQty ?? 0).plus(part)) } : line
        }),
      } as Partial<Stored<'orders'>>,
      after: async (order) => outdateDeliveries({ req, order, lines: [...given.keys()] }),
    }
  },
}
