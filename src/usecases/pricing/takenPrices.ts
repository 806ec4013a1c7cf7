import { idOf } from '@/src/domain/kernel/idOf'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import { type EarlierLine, readSource, spokenSource, tellsPrice } from '@/src/domain/pricing/takenPrice'
import { earlierLines } from '@/src/ledger/facts/earlierLines'

import type { Finding } from '@/src/domain/kernel/decision'
import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { isVisible } from '@/src/engine/step'

/** Where the person says the price of a line comes from; only ever entered, what came of it stands in the trace. */
export type Sourced = { takenFrom?: string | null }

/**
 * The earlier lines that typed prices were taken from (用此价), by line: each is looked up, must be one this person may read, and counts
 * as long as it tells exactly this price. What names no such line is refused as an unknown one is.
 */
export async function takenPrices({
  ctx,
  header,
  lines,
}: {
  ctx: Pick<VerbContext<unknown>, 'req' | 'actor'>
  header: Pick<SalesHeader, 'currency' | 'taxMode' | 'customer'>
  lines: ReadonlyArray<SalesLine & Sourced>
}): Promise<{ sources: ReadonlyMap<number, EarlierLine>; findings: Finding[] }> {
  const { req, actor } = ctx
  const named = lines.map(({ takenFrom }) => readSource(takenFrom))
  const asked = named.filter((source) => source !== null)
  const found = new Map((await earlierLines(req, asked)).map((line) => [spokenSource(line), line]))
  const documents = new Map([...found.values()].map(({ slug, id }) => [`${slug}/${id}`, { slug, id }]))
  const hidden = new Set<string>()
  for (const [key, document] of documents) if (actor && !(await isVisible({ req, ...document }))) hidden.add(key)
  const sources = new Map<number, EarlierLine>()
  const findings = lines.flatMap((line, index): Finding[] => {
    const given = line.takenFrom
    if (given === undefined || given === null || given === '') return []
    const source = named[index]
    const earlier = source && found.get(spokenSource(source))
    if (!earlier || hidden.has(`${earlier.slug}/${earlier.id}`))
      return [invalid(`lines.${index}.takenFrom`, 'takenFrom', given, 'quotes|orders|invoices/id/line')]
    const priced = { item: line.item, unit: line.unit || earlier.unit, price: line.price ?? 0, customer: idOf(header.customer) ?? 0 }
    if (tellsPrice(earlier, { ...priced, currency: header.currency, taxMode: header.taxMode })) sources.set(index, earlier)
    return []
  })
  return { sources, findings }
}
