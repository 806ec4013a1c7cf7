import { releasable, type Releasable } from '@/src/domain/credit/creditRelease'

import { documentNamed } from '@/src/domain/kernel/documentNamed'
import type { Stored } from '@/src/engine/documents/stored'

export type CreditRelease = Stored<'credit-releases'>

type Entered = { document?: unknown; documentSlug?: unknown; documentId?: unknown; order?: unknown }

/** The document a credit release is asked for; null where nothing is named that has credit. */
export function documentToRelease(entered: Entered): { slug: Releasable; id: number } | null {
  const given = entered.document ?? entered.order
  const named = documentNamed(typeof given === 'object' ? given : { slug: entered.documentSlug ?? 'orders', id: given })
  const slug = releasable.find((one) => one === named?.slug)
  return named && slug ? { slug, id: named.id } : null
}
