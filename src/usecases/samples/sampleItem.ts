import type { PayloadRequest } from 'payload'

import type { Sample } from '@/src/domain/samples/sample'
import { createDocument } from '@/src/engine/documents/createDocument'
import { updateDocument } from '@/src/engine/documents/updateDocument'

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
    await updateDocument({ req, slug: 'items', id: sample.item, data: itemOf(sample), overrideAccess: true })
    return sample.item
  }
  const item = await createDocument({
    req,
    slug: 'items',
    data: { ...itemOf(sample), code: sample.no, kind: 'sample', active: true },
    overrideAccess: true,
  })
  return item.id
}
