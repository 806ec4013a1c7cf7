import type { FieldHook } from 'payload'

import { acceptedPlaceholders, type TextPlace, unknownIn, unknownInText } from '@/src/domain/text/placeholders'
import { readRichText } from '@/src/domain/text/richText'
import { languageOf, refuse } from '@/src/engine/refusal'

/** A text that asks for something no document can tell is refused, naming it; what stands in the books already is left as it is. */
export const knownPlaceholders =
  (place: TextPlace): FieldHook =>
  ({ value, previousSiblingDoc, field, path, req }) => {
    const before: unknown = field.name ? (previousSiblingDoc as Record<string, unknown> | undefined)?.[field.name] : undefined
    if (value === null || value === undefined || JSON.stringify(value) === JSON.stringify(before)) return value as unknown
    const unknown = typeof value === 'string' ? unknownInText(value, place) : unknownIn(readRichText(value), place)
    if (unknown.length === 0) return value as unknown
    const at = path.join('.')
    return refuse(req, {
      code: 'INVALID_INPUT',
      path: at,
      facts: { field: at, value: unknown.map((name) => `{{${name}}}`).join(' '), accepted: acceptedPlaceholders(languageOf(req), place) },
    })
  }
