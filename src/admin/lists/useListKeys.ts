import { useEffect, useRef } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
const isPressing = (target: EventTarget | null): boolean => target instanceof HTMLElement && ['A', 'BUTTON'].includes(target.tagName)

type Doing = { move: (by: number) => void; open: () => void; glance: () => void; choose: () => void; begin: () => void; leave: () => void }

/** The keys of a list, while nobody types: j and k walk, Enter opens, Space looks, x chooses, n begins a new one, Escape closes. */
export function useListKeys(doing: Doing): void {
  const now = useRef(doing)
  useEffect(() => {
    now.current = doing
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const isCheck = event.target instanceof HTMLInputElement && event.target.type === 'checkbox'
      if ((isTyping(event.target) && !isCheck) || document.querySelector('dialog[open]')) return
      const { move, open, glance, choose, begin, leave } = now.current
      const deeds: Record<string, () => void> = { j: () => move(1), k: () => move(-1), x: choose, n: begin, Escape: leave }
      if (!isPressing(event.target) && !isCheck) Object.assign(deeds, { Enter: open, ' ': glance })
      const deed = deeds[event.key]
      if (!deed) return
      event.preventDefault()
      deed()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
