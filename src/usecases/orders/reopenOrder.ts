import { z } from 'zod'

import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { standingOf } from '@/src/engine/inputFindings'
import { refusal, refuse } from '@/src/engine/refusal'

import { chosenLines } from './chosenLines'

const reopening = z.object({ lines: z.array(z.string()).min(1).optional(), reason: z.string().trim().max(2000).optional() })

/**
 * 打开: what was given up is wanted again, so availability and credit are checked as for a new quantity (O-34, O-37). Without lines every
 * short-closed line is reopened; an order that was simply completed has nothing to reopen.
 */
export const reopenOrder: Verb<Stored<'orders'>, z.infer<typeof reopening>> = {
  name: 'reopen',
  label: { zh: '打开', en: 'Reopen' },
  roles: ['salesManager', 'generalManager'],
  body: reopening,
  offeredByLines: (doc) => doc.lines.some(({ closedQty }) => d(closedQty ?? 0).gt(0)),
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
