import { demoChapters } from './factory'
import type { Chapter } from './stage'

/** The stories that can be told into empty books, by name. */
export const stories: Readonly<Record<string, { says: string; chapters: readonly Chapter[] }>> = {
  demo: { says: 'A garment-trims factory: people, prices, stock and four months of sales', chapters: demoChapters },
}
