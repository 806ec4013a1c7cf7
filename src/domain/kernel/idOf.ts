/** The id of a relation given as id or as document. */
export function idOf(relation: unknown): number | null {
  if (typeof relation === 'number') return relation
  if (relation !== null && typeof relation === 'object' && 'id' in relation) return Number(relation.id)
  return null
}
