/** The id of a relation given as id, as the text of one (forms and addresses), or as document; null where it names no record. */
export function idOf(relation: unknown): number | null {
  const given: unknown = relation !== null && typeof relation === 'object' && 'id' in relation ? relation.id : relation
  const id = typeof given === 'string' && given.trim() !== '' ? Number(given) : given
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null
}

/** What a relation names as it was given, be it an id or not, for whoever compares or judges it; '' where nothing was given. */
export const givenId = (relation: unknown): unknown =>
  relation !== null && typeof relation === 'object' && 'id' in relation ? relation.id : (relation ?? '')
