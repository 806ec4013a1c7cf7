import { z } from 'zod'

import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { closesOrder, decideShortClose } from '@/src/domain/orders/shortClose'
import { lineProgress } from '@/src/ledger/posted'

import type { Verb } from '@/src/engine/document'
import { standingOf } from '@/src/engine/inputFindings'
import { refusal, refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { outdateDeliveries, refuseIfPlanned } from './outdateDeliveries'

const closing = z.object({ lines: z.array(z.string()).min(1).optional(), reason: z.string().trim().min(1).max(2000) })
const reopening = z.object({ lines: z.array(z.string()).min(1).optional(), reason: z.string().trim().max(2000).optional() })

const chosenLines = (label: { zh: string; en: string }, figure: { name: string; label: { zh: string; en: string } }) =>
  ({
    name: 'lines',
    label,
    kind: 'lines',
    required: false,
    key: null,
    show: [
      { name: 'item', label: { zh: '物料', en: 'Item' } },
      { name: 'qty', label: { zh: '订单数量', en: 'Ordered' }, figure: true },
      { ...figure, figure: true },
    ],
    columns: [],
  }) as const

/**
 * 指定结束: what is open of the lines named, or of the whole order, is given up: reservation and credit are freed to the cent. Goods an
 * approved delivery is about to take stand in the way; drafts become stale. Closing all lines closes the order (O-34, O-35).
 */
export const shortCloseOrder: Verb<Stored<'orders'>, z.infer<typeof closing>> = {
  name: 'short-close',
  label: { zh: '指定结束', en: 'Short-close' },
  roles: ['salesManager', 'generalManager'],
  body: closing,
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

/**
 * 打开: what was given up is wanted again, so availability and credit are checked as for a new quantity (O-34, O-37). Without lines every
 * short-closed line is reopened; an order that was simply completed has nothing to reopen.
 */
export const reopenOrder: Verb<Stored<'orders'>, z.infer<typeof reopening>> = {
  name: 'reopen',
  label: { zh: '打开', en: 'Reopen' },
  roles: ['salesManager', 'generalManager'],
  body: reopening,
  offered: (doc) => doc.lines.some(({ closedQty }) => d(closedQty ?? 0).gt(0)),
  asks: [
    { name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: false },
    chosenLines({ zh: '打开的行', en: 'Lines to reopen' }, { name: 'shortClosed', label: { zh: '已结束', en: 'Short-closed' } }),
  ],
  run: async (ctx) => {
    const { req, doc, body } = ctx
    const isClosed = (id: string): boolean => doc.lines.some((line) => line.id === id && d(line.closedQty ?? 0).gt(0))
    const findings = (body.lines ?? []).flatMap((id, index): Finding[] => {
      if (isClosed(id)) return []
      if (doc.lines.some((line) => line.id === id))
        return [{ code: 'NOTHING_OPEN', severity: 'error', path: `lines.${index}`, facts: { order: doc.no, line: id } }]
      const facts = { field: 'lines', value: id, accepted: `a line of ${doc.no}` }
      return [{ code: 'INVALID_INPUT', severity: 'error', path: `lines.${index}`, facts }]
    })
    if (findings.length > 0) throw refusal(findings, req)
    const wanted = body.lines ?? doc.lines.map(({ id }) => id).filter(isClosed)
    if (wanted.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { order: doc.no } })
    return {
      findings: await standingOf(ctx, doc),
      patch: {
        status: 'approved',
        closedEarly: false,
        lines: doc.lines.map((line) => (wanted.includes(line.id) ? { ...line, closedQty: 0 } : line)),
      } as Partial<Stored<'orders'>>,
    }
  },
}
