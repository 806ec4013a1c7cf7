import type { WordedFinding } from './decision'

/** Levels of a tree of categories: more is no order anybody finds his way in, and every look upwards stays one short step. */
export const mostLevels = 20

/**
 * A tree stays a tree, and no deeper than twenty levels. `above`: the new parent and everything above it, the nearest first; `below`: the
 * levels under the record itself.
 */
export function decideParent({
  path,
  own,
  above,
  below,
}: {
  path: string
  /** null: the record is new */
  own: number | null
  above: readonly number[]
  below: number
}): WordedFinding[] {
  const refused = (facts: Record<string, unknown>, text: { zh: string; en: string }): WordedFinding[] => [
    { code: 'INVALID_INPUT', path, facts: { field: path, ...facts }, text },
  ]
  if (own !== null && above.includes(own))
    return refused({}, { zh: '上级不能是自己或自己的下级', en: 'A record cannot stand below itself' })
  const levels = above.length + 1 + below
  if (levels <= mostLevels) return []
  return refused(
    { levels, accepted: `≤ ${mostLevels}` },
    { zh: `层级共 ${levels} 层，最多 ${mostLevels} 层`, en: `The tree would have ${levels} levels; ${mostLevels} is the most` },
  )
}
