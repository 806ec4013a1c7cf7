import type { DeliveryLine } from '@/src/domain/fulfilment/delivery'
import { decideReturn } from '@/src/domain/fulfilment/decideReturn'
import type { ReturnDocument, ReturnLine } from '@/src/domain/fulfilment/return'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { itemFacts } from '@/src/ledger/facts/items'
import { type ReturnedShare, returnedShares } from '@/src/ledger/facts/returns'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import type { Stored } from '@/src/engine/documents/stored'
import { linesOfDeliveries } from './sourceDocuments'

export type ReturnSources = Map<string, { doc: Stored<'deliveries'>; line: DeliveryLine }>

/** The delivery lines a return draws on, locked, with what other returns have taken of them. */
export async function returnSources({
  req,
  doc,
  entered,
}: {
  req: VerbContext<unknown>['req']
  doc: Pick<ReturnDocument, 'id' | 'lines'>
  entered: boolean
}): Promise<{ sources: ReturnSources; taken: Map<string, ReturnedShare> }> {
  const lines = doc.lines.flatMap(({ deliveryLine }) => (deliveryLine ? [String(deliveryLine)] : []))
  const sources: ReturnSources = await linesOfDeliveries({ req, lines, entered })
  return { sources, taken: await returnedShares({ req, lines: [...sources.keys()], except: doc.id }) }
}

/** Only issued goods come back, no more than are out, for no more than was paid; with the batch they left in, not before they left. */
export async function returnFindings(
  { req }: Pick<VerbContext<unknown>, 'req'>,
  doc: Pick<ReturnDocument, 'date' | 'lines'>,
  { sources, taken }: { sources: ReturnSources; taken: ReadonlyMap<string, ReturnedShare> },
  verb: string,
): Promise<Finding[]> {
  const items = await itemFacts(
    req,
    [...sources.values()].map(({ line }) => line.item),
  )
  const findings = doc.lines.flatMap((line, index): Finding[] => lineFindings(line, index, doc.date, sources.get(line.deliveryLine), verb))
  if (findings.length > 0) return findings
  return decideReturn(
    doc.lines.flatMap((line, index) => {
      const source = sources.get(line.deliveryLine)?.line
      if (!source) return []
      return [
        {
          index,
          deliveryLine: source.id,
          item: items.get(source.item)?.code ?? source.item,
          delivered: source.qty,
          returnedBefore: taken.get(source.id)?.qty ?? 0,
          qty: line.qty,
          price: line.price ?? null,
          originalPrice: source.price,
        },
      ]
    }),
  )
}

function lineFindings(
  line: ReturnLine,
  index: number,
  date: string,
  source: { doc: Stored<'deliveries'>; line: DeliveryLine } | undefined,
  verb: string,
): Finding[] {
  const path = `lines.${index}.deliveryLine`
  if (!source) return [invalid(path, 'deliveryLine', line.deliveryLine, 'a line of an issued delivery')]
  if (source.doc.status !== 'issued') {
    const facts = { document: source.doc.no, status: source.doc.status, verb, allowed: [] }
    return [{ code: 'ILLEGAL_STEP', about: 'deliveries', severity: 'error', path, facts, remedy: { action: 'issueDelivery' } }]
  }
  const shipped = String(source.doc.date).slice(0, 10)
  if (date < shipped) return [invalid('date', 'date', date, `≥ ${shipped}`)]
  const batch = source.line.batchNo ?? ''
  if (line.batchNo && line.batchNo !== batch) return [invalid(`lines.${index}.batchNo`, 'batchNo', line.batchNo, batch || 'none')]
  return []
}

export const returnableQty = (line: DeliveryLine, taken: ReturnedShare | undefined) => d(line.qty).minus(d(taken?.qty ?? 0))
