/** Told to whatever folds the place of an element away, by the element, before the keyboard goes there. */
export const unfoldWanted = 'gendan-unfold'

/** Opens what hides the element, and puts the keyboard in it. */
export function focusUnfolded(element: HTMLElement | null | undefined): void {
  element?.dispatchEvent(new Event(unfoldWanted, { bubbles: true }))
  element?.focus()
}
