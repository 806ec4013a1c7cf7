import { documentNamed } from '@/src/domain/kernel/documentNamed'
import type { Stored } from '@/src/engine/documents/stored'
import { isReleasable, type Releasable } from '@/src/engine/releasable'

export type CreditRelease = Stored<'credit-releases'>

type Entered = { document?: unknown; documentSlug?: unknown; documentId?: unknown; order?: unknown }

/** The document a credit release is asked for; null where nothing is named that has credit. */
export function documentToRelease(entered: Entered): { slug: Releasable; id: number } | null {
  const given = entered.document ?? entered.order
  const named = documentNamed(typeof given === 'object' ? given : { slug: entered.documentSlug ?? 'orders', id: given })
  return named && isReleasable(named.slug) ? { slug: named.slug, id: named.id } : null
}
