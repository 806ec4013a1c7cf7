/**
 * A session that ends while somebody works takes nothing away: whoever asks the server in vain waits here until the person has logged in
 * again over the page, and then asks once more.
 */
let waiting: { promise: Promise<boolean>; settle: (again: boolean) => void } | null = null
const listeners = new Set<() => void>()
const tell = (): void => listeners.forEach((listener) => listener())

export const session = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** whether somebody waits for a log-in */
  hasEnded: (): boolean => waiting !== null,
  /** Resolves true once the person is logged in again, false when he leaves it. */
  again: (): Promise<boolean> => {
    if (!waiting) {
      let settle: (again: boolean) => void = () => undefined
      const promise = new Promise<boolean>((resolve) => void (settle = resolve))
      waiting = { promise, settle }
      tell()
    }
    return waiting.promise
  },
  settle: (again: boolean): void => {
    const was = waiting
    waiting = null
    was?.settle(again)
    tell()
  },
}
