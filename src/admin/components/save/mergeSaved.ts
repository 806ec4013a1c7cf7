import type { FormState } from 'payload'

import { valueAt } from '../fieldPath'

/**
 * The form after a save: every field as it was stored, except those in which somebody has typed since it was sent. True as second: something
 * is still unsaved.
 */
export function mergeSaved({ sent, now, doc }: { sent: FormState; now: FormState; doc: Record<string, unknown> }): {
  state: FormState
  isModified: boolean
} {
  let isModified = false
  const entries = Object.entries(now).map(([path, field]) => {
    const { errorMessage: _message, errorPaths: _paths, ...kept } = field
    if (field.disableFormData || field.rows || path.includes('Grid')) return [path, field] as const
    const isSame = JSON.stringify(sent[path]?.value ?? null) === JSON.stringify(field.value ?? null)
    if (!isSame) isModified = true
    const stored = valueAt(doc, path)
    const value = stored === undefined ? field.value : stored
    return [path, { ...kept, valid: true, initialValue: value, ...(isSame ? { value } : {}) }] as const
  })
  return { state: Object.fromEntries(entries), isModified }
}
