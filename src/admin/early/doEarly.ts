type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export type Early = {
  /** The last link that was pressed: the browser goes there, and the router writes the address anew and keeps it here. */
  link: string | null
  presses: HTMLElement[]
  typed: Map<Field, string | boolean>
  keys: Key[]
  /** React listens. */
  isHeard: boolean
  /** All of the page is alive. */
  isAlive: boolean
}

const writes = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

const prototypeOf = (field: Field): object =>
  field instanceof HTMLTextAreaElement
    ? HTMLTextAreaElement.prototype
    : field instanceof HTMLSelectElement
      ? HTMLSelectElement.prototype
      : HTMLInputElement.prototype

/** React compares a field with what it last saw in it; it is shown another value first, so that what was typed counts as typed. */
function typeIn(field: Field, value: string | boolean): void {
  if (!field.isConnected || field.disabled || ('readOnly' in field && field.readOnly)) return
  if (typeof value === 'boolean') {
    if (!(field instanceof HTMLInputElement)) return
    field.checked = !value
    field.click()
    return
  }
  field.value = ''
  Object.getOwnPropertyDescriptor(prototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }))
}

function strike(key: Key): void {
  const at = document.activeElement ?? document.body
  if (!at.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))) return
  // nobody took it: it is a letter of what is being written
  if (key.key.length > 1 || key.ctrlKey || key.metaKey || !writes(at) || at.readOnly || at.disabled) return
  at.setRangeText(key.key, at.selectionStart ?? at.value.length, at.selectionEnd ?? at.value.length, 'end')
  at.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What was pressed and typed before the page was alive, once and in its order. What is shut now is shut for a reason. */
export function doEarly(early: Early): void {
  const { link, presses, typed, keys } = early
  Object.assign(early, { link: null, presses: [], typed: new Map(), keys: [] })
  if (link && link !== window.location.href) return window.location.assign(link)
  for (const [field, value] of typed) typeIn(field, value)
  for (const key of keys) strike(key)
  for (const pressed of presses) if (pressed.isConnected && !pressed.matches(':disabled')) pressed.click()
}
