import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { batchesOnHand } from '@/src/ledger/facts/batches'
import { itemFacts } from '@/src/ledger/facts/items'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import type { Stored } from '@/src/engine/documents/stored'

/** What must be known of every line before goods leave: the warehouse, and the batch where the goods are kept by batch. */
export async function readyToIssue({ req, doc }: VerbContext<Stored<'deliveries'>, unknown>): Promise<Finding[]> {
  const warehouses = await warehouseFacts(req)
  const items = await itemFacts(
    req,
    doc.lines.map(({ item }) => item),
  )
  const keys = doc.lines.flatMap(({ item, warehouse }) => (warehouse === null ? [] : [{ item, warehouse }]))
  const batches = groupBy(await batchesOnHand(req, keys), ({ item, warehouse }) => `${item}|${warehouse}`)
  const goods = [...warehouses.values()].filter(({ active, kind }) => active && kind === 'goods').map(({ code }) => code)
  return doc.lines.flatMap((line, index): Finding[] => {
    const warehouse = line.warehouse === null ? undefined : warehouses.get(line.warehouse)
    if (!warehouse?.active) return [invalid(`lines.${index}.warehouse`, 'warehouse', warehouse?.code, goods.join(', '))]
    if (line.batchNo) return []
    const here = batches.get(`${line.item}|${String(line.warehouse)}`) ?? []
    const named = here.filter(({ batchNo }) => batchNo !== '').map(({ batchNo }) => batchNo)
    const loose = here.find(({ batchNo }) => batchNo === '')
    const short = named.length > 0 && d(loose?.onHand ?? 0).lt(d(line.stockQty))
    const accepted = named.length > 0 ? named.join(', ') : 'a batch'
    return items.get(line.item)?.batchControlled || short ? [invalid(`lines.${index}.batchNo`, 'batchNo', null, accepted)] : []
  })
}
