/**
 * Puts a text into the clipboard. Browsers offer theirs over HTTPS only; over plain HTTP, as in many a factory, the text is selected in a
 * field of its own and copied as a person would. False where neither was possible.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // not allowed on this page: as a person would
    }
  }
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
