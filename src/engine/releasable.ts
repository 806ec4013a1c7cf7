import { kindsReleasing } from '@/src/domain/kinds'

import type { Stored } from './documents/stored'

type Named<Slug extends 'credit-releases' | 'price-releases'> = NonNullable<Stored<Slug>['document']>['relationTo']

/** The documents whose credit alarms somebody may let pass: those whose kind says so, and the field of the request after them. */
export type Releasable = Named<'credit-releases'>
export type PriceReleasable = Named<'price-releases'>

/** The document a stored request is about; its `prepare` has seen to it that there is one. */
export function releasedDocument({ no, documentSlug, documentId }: Stored<'credit-releases'>): { slug: Releasable; id: number } {
  if (!documentSlug) throw new Error(`${no} names no document`)
  return { slug: documentSlug, id: documentId }
}

export const isReleasable = (slug: string): slug is Releasable => kindsReleasing('credit').some((kind) => kind === slug)

export const isPriceReleasable = (slug: string): slug is PriceReleasable => kindsReleasing('price').some((kind) => kind === slug)
