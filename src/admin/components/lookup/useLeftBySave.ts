import { type RefObject, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

const saving = 'gendan-saving'

/** Before a form is saved: whatever is being typed where the keyboard is counts as typed, although it has not been left. */
export const takeTyped = (): void => flushSync(() => void document.activeElement?.dispatchEvent(new Event(saving)))

/** Tells an input that what is typed in it is to be saved now. */
export function useLeftBySave(input: RefObject<HTMLInputElement | null>, leave: () => void): void {
  const now = useRef(leave)
  useEffect(() => void (now.current = leave))
  useEffect(() => {
    const element = input.current
    const left = (): void => now.current()
    element?.addEventListener(saving, left)
    return () => element?.removeEventListener(saving, left)
  }, [input])
}
