import type { PayloadRequest } from 'payload'

import type { Delivery } from '@/src/domain/fulfilment/delivery'
import { acceptsRounds } from '@/src/domain/samples/sampleSteps'
import { roundsOf, samplesOfItems } from '@/src/ledger/facts/samples'

import type { AnyDocument } from '@/src/engine/document'
import { forTheHouse } from '@/src/engine/operation'
import { lockSample } from './moveSample'

/** A sample delivery that has left opens the next round of each of its samples; where one is open the pieces belong to it. */
export async function openRounds(req: PayloadRequest, delivery: Delivery & AnyDocument): Promise<void> {
  if (delivery.kind !== 'sample') return
  const samples = await samplesOfItems(
    req,
    delivery.lines.map(({ item }) => item),
  )
  const ids = [...samples.values()].flatMap(({ sample }) => sample ?? []).sort((a, b) => a - b)
  for (const sample of new Set(ids)) {
    const locked = await lockSample(req, sample)
    if (!locked || !acceptsRounds(locked.status)) continue
    if ((await roundsOf(req, sample)).open) continue
    // the warehouse that issues need not be of sales
    await forTheHouse(req, () =>
      req.payload.create({
        collection: 'feedback-rounds' as never,
        data: { sample, delivery: delivery.id } as never,
        depth: 0,
        overrideAccess: true,
        req,
      }),
    )
  }
}
