import { emptyQuestion, writeAddress } from '@/src/domain/lists/address'

/** The list of what was written of a kind between two moments: what an import made and changed, however many files came before it. */
export function listOf(slug: string, began: string, ended: string): string {
  const where = { and: [{ updatedAt: { greater_than_equal: began, less_than_equal: ended } }] }
  return `/admin/collections/${slug}?${writeAddress({ ...emptyQuestion, where })}`
}
