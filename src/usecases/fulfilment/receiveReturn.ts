import { z } from 'zod'

import type { ReturnLine } from '@/src/domain/fulfilment/return'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { cumulativePart } from '@/src/domain/kernel/split'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'
import { refuse } from '@/src/engine/refusal'
import { warehouseRight } from '@/src/engine/warehouseRight'
import { issueCosts } from '@/src/ledger/facts/issueCosts'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import { returnSources } from './returnSources'

type ReturnEntered = Stored<'returns'>

const receiveBody = z.object({
  warehouse: z.number().int().optional(),
  lines: z.array(z.object({ line: z.string(), warehouse: z.number().int() })).optional(),
})

/** 收货: the goods lie in the return warehouse with their original issue cost, exact to the cent over all returns of a line (F4). */
export const receiveReturn: Verb<ReturnEntered, z.infer<typeof receiveBody>> = {
  name: 'receive',
  label: { zh: '收货', en: 'Receive' },
  roles: ['warehouse', 'generalManager'],
  body: receiveBody,
  offered: ({ kind }) => kind !== 'priceOnly',
  run: async (ctx) => {
    const { req, doc, body } = ctx
    if (doc.kind === 'priceOnly')
      refuse(req, { code: 'ILLEGAL_STEP', facts: { document: doc.no, status: doc.status, verb: 'receive', allowed: [] } })
    const { sources, taken } = await returnSources({ req, doc, entered: false })
    const costs = await issueCosts(req, [...new Set(doc.lines.map(({ delivery }) => delivery))])
    const came = new Map([...taken].map(([id, { receivedQty, issueValue }]) => [id, { qty: d(receivedQty), value: d(issueValue) }]))
    const warehouses = await warehouseFacts(req)
    const lines = doc.lines.map((line): ReturnLine => {
      const source = sources.get(line.deliveryLine)?.line
      const before = came.get(line.deliveryLine) ?? { qty: d(0), value: d(0) }
      const cumQty = before.qty.plus(d(line.qty))
      const cost = costs.get(line.deliveryLine) ?? 0
      const value = cumulativePart({ lineTotal: cost, lineQty: source?.qty ?? line.qty, cumQty, already: before.value })
      came.set(line.deliveryLine, { qty: cumQty, value: before.value.plus(value) })
      const warehouse = body.lines?.find((asked) => asked.line === line.id)?.warehouse ?? body.warehouse ?? line.warehouse
      const kind = warehouse === null ? undefined : warehouses.get(warehouse)?.kind
      return { ...line, warehouse, frozen: kind === 'goods' || kind === 'sample', issueValue: toNumber(value) }
    })
    const findings = lines.flatMap(({ warehouse }, index): Finding[] =>
      warehouse !== null && warehouses.get(warehouse)?.active
        ? []
        : [invalid(`lines.${index}.warehouse`, 'warehouse', warehouse, 'an active return warehouse')],
    )
    findings.push(
      ...(await warehouseRight(
        ctx,
        lines.map(({ warehouse }) => warehouse),
      )),
    )
    return { patch: { status: 'received', lines }, findings }
  },
}
