import type { PayloadRequest } from 'payload'

import { keysOf } from '@/src/engine/documents/keysOf'

import { type ImportColumn, partsOf } from '../column'
import { keptText } from '../reading/keptText'

export type Found = number | 'several' | null

const portion = 1000

/** By what records of a collection are named in a file: first match wins, a name only where a single record bears it. */
const namedBy: Readonly<Record<string, readonly string[]>> = { users: ['name', 'email'], customers: ['code', 'name', 'shortName'] }
const byOf = (slug: string): readonly string[] => namedBy[slug] ?? ['code', 'name']

/** Names that are no key are told apart only when one record bears them. */
const isKey = (field: string): boolean => field === 'code' || field === 'email'

/** Which record of a collection a text means, for the person who imports: asked for many texts at once, remembered. */
export class Relations {
  private readonly known = new Map<string, Map<string, Found>>()

  constructor(private readonly req: PayloadRequest) {}

  private of(slug: string): Map<string, Found> {
    const known = this.known.get(slug) ?? new Map<string, Found>()
    this.known.set(slug, known)
    return known
  }

  async learn(columns: readonly ImportColumn[], rows: ReadonlyArray<{ cells: Readonly<Record<string, string>> }>): Promise<void> {
    const wanted = new Map<string, Set<string>>()
    for (const { name, to, type } of columns) {
      if (!to) continue
      const texts = wanted.get(to) ?? new Set<string>()
      const known = this.of(to)
      for (const { cells } of rows) {
        const text = cells[name]
        if (!text) continue
        for (const part of type === 'relations' ? partsOf(text) : [text]) if (!known.has(part)) texts.add(keptText(part))
      }
      wanted.set(to, texts)
    }
    for (const [slug, texts] of wanted) await this.look(slug, [...texts])
  }

  /** What was not found, or not alone, is asked again: records have come in since. */
  forgetUnknown(slug: string): void {
    const known = this.of(slug)
    for (const [text, found] of known) if (typeof found !== 'number') known.delete(text)
  }

  remember(slug: string, text: string, id: number): void {
    if (typeof this.of(slug).get(text) !== 'number') this.of(slug).set(keptText(text), id)
  }

  find(slug: string, text: string): Found {
    return this.of(slug).get(text) ?? null
  }

  private async look(slug: string, texts: readonly string[]): Promise<void> {
    const known = this.of(slug)
    for (const field of byOf(slug)) {
      const left = texts.filter((text) => typeof known.get(text) !== 'number')
      for (let at = 0; at < left.length; at += portion) {
        const asked = left.slice(at, at + portion)
        for (const record of await keysOf({ req: this.req, slug, field, values: asked, overrideAccess: !this.req.user })) {
          const text = String(record.key)
          if (known.get(text) === undefined) known.set(text, record.id)
          else if (!isKey(field) && known.get(text) !== record.id) known.set(text, 'several')
        }
      }
    }
    for (const text of texts) if (!known.has(text)) known.set(text, null)
  }
}
