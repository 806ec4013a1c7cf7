import type { ClientField } from 'payload'

import { isLanguage, type Language } from '@/src/domain/words/words'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isWords = (value: unknown): value is Record<Language, string> =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string' && Object.keys(value).every(isLanguage)

/** Those of some names that are words in both languages, in one. */
const told = (of: object, names: readonly string[], language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => (names.includes(name) && isWords(value) ? [[name, value[language]]] : [])),
  )

/**
 * A form as whoever reads it speaks: its words in one language, where the platform tells both. In place, since the platform keeps a configuration for
 * each language, and the parts of a form refer to its fields: a copy would be sent once more with each of them.
 */
export function tellInOneLanguage(fields: readonly ClientField[], language: Language): void {
  for (const field of fields) {
    Object.assign(field, told(field, ['label'], language))
    if (isRecord(field.admin)) field.admin = Object.assign({}, field.admin, told(field.admin, ['description', 'placeholder'], language))
    if ('labels' in field && isRecord(field.labels))
      Object.assign(field, { labels: { ...field.labels, ...told(field.labels, ['singular', 'plural'], language) } })
    if ('options' in field && Array.isArray(field.options))
      Object.assign(field, {
        options: field.options.map((option: unknown) => (isRecord(option) ? { ...option, ...told(option, ['label'], language) } : option)),
      })
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        Object.assign(tab, told(tab, ['label', 'description'], language))
        tellInOneLanguage(tab.fields, language)
      }
    } else if ('fields' in field && Array.isArray(field.fields)) tellInOneLanguage(field.fields, language)
  }
}
