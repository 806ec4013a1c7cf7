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

/** What was pressed and typed before the page was alive, once: fields, then keys, then buttons. */
function doEarly(early: Early): void {
  const { link, presses, typed, keys } = early
  Object.assign(early, { link: null, presses: [], typed: new Map(), keys: [] })
  if (link && link !== window.location.href) return window.location.assign(link)
  for (const [field, value] of typed) typeIn(field, value)
  const open = presses.filter((pressed) => pressed.isConnected && !pressed.matches(':disabled'))
  for (const field of open.filter(writes)) field.focus()
  for (const key of keys) strike(key)
  for (const button of open.filter((pressed) => !writes(pressed))) button.click()
}

const mostDrawings = 120 // a form opens its fields when it has been read; what is shut then is shut for a reason

/** Does it as soon as every field that was pressed is open. */
export function doEarlyWhenOpen(early: Early, drawn = 0): void {
  const isShut = early.presses.some((pressed) => writes(pressed) && pressed.isConnected && pressed.disabled)
  if (!isShut || drawn >= mostDrawings) return doEarly(early)
  requestAnimationFrame(() => doEarlyWhenOpen(early, drawn + 1))
}
