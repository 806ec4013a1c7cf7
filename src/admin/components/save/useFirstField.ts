import { useEffect } from 'react'

/** Those that are opened in a moment, when the form knows what stands in it, among them. */
const fields = '.document-fields__fields :is(input:not([type="checkbox"], [type="file"], [type="date"]), select, textarea):not([disabled])'

const isTypedIn = (element: Element | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName))

/** Whoever begins a record types at once: the keyboard is in its first field, not before the menu. On a phone nothing rises by itself. */
export function useFirstField(isBegun: boolean): void {
  useEffect(() => {
    if (!isBegun || matchMedia('(pointer: coarse)').matches || isTypedIn(document.activeElement)) return
    if (document.querySelector('dialog[open]')) return
    const first = [...document.querySelectorAll<HTMLElement>(fields)].find((field) => field.checkVisibility())
    first?.focus({ preventScroll: true })
  }, [isBegun])
}
