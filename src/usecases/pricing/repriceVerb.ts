import { z } from 'zod'

import type { Finding } from '@/src/domain/kernel/decision'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'

import type { AnyDocument, Verb, VerbContext } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'

const body = z.object({ lines: z.array(z.string()).min(1).optional() })

type Priced = AnyDocument & SalesHeader & { lines: SalesLine[] }

/**
 * 重新取价: the chosen lines (default: all) give up their typed or earlier price and take what the rules give now. Only while the
 * document may be edited; approval freezes prices. A quoted line keeps its quoted price, which stands above policy.
 */
export const repriceVerb = <Doc extends Priced>(
  prepare: (ctx: VerbContext<Doc>) => Promise<{ doc: Doc; findings: Finding[] }>,
): Verb<Doc, z.infer<typeof body>> => ({
  name: 'reprice',
  label: { zh: '重新取价', en: 'Re-price' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body,
  asks: [
    {
      name: 'lines',
      label: { zh: '重新取价的行', en: 'Lines to re-price' },
      kind: 'lines',
      required: false,
      key: null,
      show: [
        { name: 'description', label: { zh: '品名规格', en: 'Description' } },
        { name: 'qty', label: { zh: '数量', en: 'Quantity' }, figure: true },
        { name: 'price', label: { zh: '现单价', en: 'Price now' }, figure: true },
      ],
      columns: [],
    },
  ],
  run: async (ctx) => {
    const wanted = ctx.body.lines
    const stored: readonly SalesLine[] = ctx.doc.lines
    const unknown = wanted?.find((id) => !stored.some((line) => line.id === id))
    if (unknown !== undefined)
      refuse(ctx.req, {
        code: 'INVALID_INPUT',
        path: 'lines',
        facts: { field: 'lines', value: unknown, accepted: `a line of ${ctx.doc.no}` },
      })
    const lines = stored.map((line) =>
      !wanted || wanted.includes(line.id) ? { ...line, price: null, priceSource: 'auto' as const } : line,
    )
    const { doc, findings } = await prepare({ ...ctx, doc: { ...ctx.doc, lines } })
    const { netTotal, taxTotal, grossTotal } = doc
    return { patch: { status: ctx.doc.status, lines: doc.lines, netTotal, taxTotal, grossTotal } as Partial<Doc>, findings }
  },
})
