import { labelOf } from './labels'
import type { Facts, Language } from './language'

/** Whether a fact is there at all: forbidden figures are absent, and then no text may speak of them. */
export function has(facts: Facts, key: string): boolean {
  const fact = facts[key]
  return fact !== undefined && fact !== null && fact !== '' && !(Array.isArray(fact) && fact.length === 0)
}

/** A fact as people read it: a document by its number, a record by its code or name, a list joined, a code by its label. */
export function show(value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((entry) => show(entry, language)).join(language === 'zh' ? '、' : ', ')
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>
    const name = record['no'] ?? record['name'] ?? record['code'] ?? record['label'] ?? record['id']
    const kind = typeof record['kind'] === 'string' ? `${labelOf(record['kind'], language)} ` : ''
    return `${kind}${show(name, language)}`
  }
  return typeof value === 'string' ? labelOf(value, language) : String(value)
}
