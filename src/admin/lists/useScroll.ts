import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Where one was in a list, kept for the way back to it. */
export function useScroll(element: RefObject<HTMLElement | null>, key: string): void {
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    const kept = Number(sessionStorage.getItem(`scroll-${key}`) ?? 0)
    if (element.current) element.current.scrollTop = isFirst.current ? kept : 0
    isFirst.current = false
  }, [element, key])
  useEffect(() => {
    const list = element.current
    const keep = (): void => sessionStorage.setItem(`scroll-${key}`, String(list?.scrollTop ?? 0))
    list?.addEventListener('scroll', keep, { passive: true })
    return () => list?.removeEventListener('scroll', keep)
  }, [element, key])
}
