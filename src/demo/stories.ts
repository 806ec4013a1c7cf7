import { demoStory } from './factory'
import type { Story } from './stage'

/** The stories that can be told into empty books, by name. */
export const stories: Readonly<Record<string, { says: string; tell: Story }>> = {
  demo: { says: 'A garment-trims factory: people, prices, stock and four months of sales', tell: demoStory },
}
