import type { Finding } from '@/src/domain/kernel/decision'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

import { notProducedFindings } from '../samples/orderSupply'
import { orderFindings, overDeliveryFindings } from './judgeOrders'
import { linesOfOrders } from './sourceDocuments'

type DeliveryDocument = Stored<'deliveries'>

/** What may have happened to the orders since the delivery was written, seen under their lock (O-26). */
export async function orderStillOpen(ctx: VerbContext<DeliveryDocument, unknown>, verb: string): Promise<Finding[]> {
  const { req, doc } = ctx
  const ids = doc.lines.flatMap(({ orderLine }) => (orderLine ? [orderLine] : []))
  const sources = await linesOfOrders({ req, lines: ids, entered: false })
  const findings = orderFindings(doc.lines, sources, verb)
  if (findings.length > 0) return findings
  return [...(await overDeliveryFindings(ctx, doc.lines, sources)), ...(await notProducedFindings(req, doc.lines, sources, doc.id))]
}

export const warehousesIn = (doc: DeliveryDocument): Array<number | null> => doc.lines.map(({ warehouse }) => warehouse)
