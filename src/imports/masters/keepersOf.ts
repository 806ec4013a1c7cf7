import type { Role } from '@/src/domain/people/person'
import { rights } from '@/src/access/rights'

/** Who may enter records of a collection may send them as a file. */
export function keepersOf(slug: string): readonly Role[] {
  const row = rights[slug]
  return row && 'update' in row ? row.create : []
}
