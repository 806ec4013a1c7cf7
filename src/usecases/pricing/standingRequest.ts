import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { roundPrice } from '@/src/domain/kernel/money'
import type { WeighedLine } from '@/src/engine/guards/weighedLine'
import { takeStep } from '@/src/engine/step'
import { openPriceReleases } from '@/src/ledger/facts/priceReleases'

/**
 * The open request that asks for exactly these prices of a locked document; every other open one is void, because nobody is to decide
 * about prices that are not the document's any more. Null when there is none.
 */
export async function standingRequest({
  req,
  document,
  breaches,
}: {
  req: PayloadRequest
  document: { slug: string; id: number }
  breaches: readonly WeighedLine[]
}): Promise<number | null> {
  const open = await openPriceReleases(req, document)
  const asks = JSON.stringify(breaches.map(({ line, netUnitPrice }) => [line.id, line.item, roundPrice(netUnitPrice).toString()]))
  const stands = (request: (typeof open)[number]): boolean =>
    breaches.length > 0 &&
    JSON.stringify(request.asked.map(({ sourceLine, item, netUnitPrice }) => [sourceLine, item, d(netUnitPrice).toString()])) === asks
  for (const request of open.filter((entry) => !stands(entry)))
    await takeStep({ req, slug: 'price-releases', id: request.id, verb: 'void', body: {} })
  return open.find(stands)?.id ?? null
}
