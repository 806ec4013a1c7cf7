import { useCallback, useState } from 'react'

/** Whether any of several entries holds what cannot be read, each told under its name: whoever sends them waits until none does. */
export function useUnread(): [boolean, (name: string, isUnread: boolean) => void] {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const tell = useCallback(
    (name: string, isUnread: boolean): void =>
      setNames((before) => {
        if (before.has(name) === isUnread) return before
        const next = new Set(before)
        if (isUnread) next.add(name)
        else next.delete(name)
        return next
      }),
    [],
  )
  return [names.size > 0, tell]
}
