import { ask } from '@/src/admin/request/ask'
import type { Notice } from '@/src/questions/control/waiting'

export type Waiting = { counts: Readonly<Record<string, number>>; notices: readonly Notice[] }

/** How often an open, visible page asks again, in milliseconds. */
const every = 20_000

let known: Waiting | null = null
let timer: ReturnType<typeof setInterval> | null = null
const listeners = new Set<() => void>()

async function look(): Promise<void> {
  if (document.visibilityState !== 'visible') return
  const reply = await ask<Waiting>('/api/waiting')
  if (!reply.ok) return
  known = reply.body
  for (const listener of listeners) listener()
}

const lookAgain = (): void => void look().catch(() => undefined) // the next look tells

/** What waits for the person who is logged in: asked once for the whole page, whoever shows it. */
export const waitingStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    if (!timer) {
      timer = setInterval(lookAgain, every)
      document.addEventListener('visibilitychange', lookAgain)
      lookAgain()
    }
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0 || !timer) return
      clearInterval(timer)
      timer = null
      document.removeEventListener('visibilitychange', lookAgain)
    }
  },
  now: (): Waiting | null => known,
  lookAgain,
}
