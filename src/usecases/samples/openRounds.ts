import type { PayloadRequest } from 'payload'

import { acceptsRounds } from '@/src/domain/samples/sampleSteps'
import { roundsOf, samplesOfItems } from '@/src/ledger/facts/samples'

import { forTheHouse } from '@/src/engine/operation'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { lockSample } from './moveSample'

/** A sample delivery that has left opens the next round of each of its samples; where one is open the pieces belong to it. */
export async function openRounds(req: PayloadRequest, delivery: Stored<'deliveries'>): Promise<void> {
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
      createDocument({ req, slug: 'feedback-rounds', data: { sample, delivery: delivery.id }, overrideAccess: true }),
    )
  }
}
