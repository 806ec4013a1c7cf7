import type { PayloadRequest } from 'payload'

import type { Sample } from '@/src/domain/samples/sample'

/** What an item carries of its sample: name, category, unit, features with their values, files. */
export const itemOf = (sample: Sample): Record<string, unknown> => ({
  name: sample.name,
  category: sample.category,
  unit: sample.unit || 'PCS',
  features: sample.features
    .filter(({ value }) => (value ?? '') !== '')
    .map(({ key, value, unit }) => ({ key, value: String(value), unit: unit ?? null })),
  drawings: sample.drawings ?? [],
  pictures: [...new Set([...(sample.pictures ?? []), ...(sample.approvalPictures ?? [])])],
  bomReference: sample.bomReference ?? null,
})

/** The item of a sample: made with it under its provisional number, kept like it until it is converted. */
export async function keepSampleItem({ req, sample }: { req: PayloadRequest; sample: Sample & { item: number | null } }): Promise<number> {
  if (sample.item) {
    await req.payload.update({
      collection: 'items' as never,
      id: sample.item,
      data: itemOf(sample) as never,
      depth: 0,
      overrideAccess: true,
      req,
    })
    return sample.item
  }
  const item = (await req.payload.create({
    collection: 'items' as never,
    data: { ...itemOf(sample), code: sample.no, kind: 'sample', active: true } as never,
    depth: 0,
    overrideAccess: true,
    req,
  })) as unknown as { id: number }
  return item.id
}
