import type { CollectionSlug, PayloadRequest } from 'payload'

import { withoutForbiddenFacts } from '@/src/domain/people/hiddenFacts'

import { personOf } from './roles'

/**
 * Computed lines that were never stored, as this person would read them: fields he may not read are absent, and recorded findings
 * and traces lose the figures in them. What is read from the database passes Payload's own field access; this does not.
 */
export async function readableLines(req: PayloadRequest, slug: string, lines: unknown): Promise<unknown> {
  if (!Array.isArray(lines)) return []
  const array = req.payload.collections[slug as CollectionSlug].config.flattenedFields.find(({ name }) => name === 'lines')
  const fields = array && 'flattenedFields' in array ? array.flattenedFields : []
  const hidden = new Set<string>()
  for (const field of fields) {
    const read = 'access' in field ? field.access?.read : undefined
    if (read && (await read({ req })) !== true) hidden.add(field.name)
  }
  const recorded = new Set(fields.filter(({ type }) => type === 'json').map(({ name }) => name))
  return lines.map((line: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(line)
        .filter(([name]) => !hidden.has(name))
        .map(([name, value]) => [name, recorded.has(name) ? withoutForbiddenFacts(personOf(req.user), value) : value]),
    ),
  )
}
