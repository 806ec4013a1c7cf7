/** A call is tried so often. */
const mostTries = 12

/** Seconds until the next try after so many: one minute, two, four … six hours; null: no more. 1 → 60, 2 → 120. */
export const nextTry = (tries: number): number | null => (tries >= mostTries ? null : Math.min(60 * 2 ** (tries - 1), 21_600))
