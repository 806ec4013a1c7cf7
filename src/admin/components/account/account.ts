/** What `GET /api/users/:id/account` tells. */
export type Account = {
  sessions: ReadonlyArray<{ id: string; address: string; device: string; withFactor: boolean; openedAt: string; lastUsedAt: string; isCurrent: boolean }> // prettier-ignore
  factor: { isOn: boolean; isNeeded: boolean; codesLeft: number }
  keys: ReadonlyArray<{ id: number; name: string; prefix: string; readOnly: boolean; doors: string[] | null; expiresAt: string; lastUsedAt: string | null; endedAt: string | null }> // prettier-ignore
  logIns: ReadonlyArray<{ at: string; verb: string; client: string | null; reason: string | null }>
}

/** A moment as the person's own clock shows it. */
export const moment = (instant: string): string => {
  const at = new Date(instant)
  const two = (figure: number): string => String(figure).padStart(2, '0')
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
