/** What is known of a session when it is used; times in milliseconds. */
export type SessionFacts = {
  openedAt: number
  lastUsedAt: number
  now: number
  idleMinutes: number
  mostHours: number
  /** whether it was opened with a second factor */
  withFactor: boolean
  /** whether the person's roles ask for one today */
  needsFactor: boolean
}

/** Why a session has ended, or null: not used for a while, open for too long, opened without what is asked for by now. */
export function sessionEnd({
  openedAt,
  lastUsedAt,
  now,
  idleMinutes,
  mostHours,
  withFactor,
  needsFactor,
}: SessionFacts): 'factor' | 'idle' | 'most' | null {
  if (needsFactor && !withFactor) return 'factor'
  if (now - openedAt >= mostHours * 3_600_000) return 'most'
  return now - lastUsedAt >= idleMinutes * 60_000 ? 'idle' : null
}
