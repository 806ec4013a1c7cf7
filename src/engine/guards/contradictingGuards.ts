import type { DocumentRules } from '../document'
import type { GuardName } from './runGuard'

/** Where the guards a collection names differ from what the rules of its document ask for, in words; empty when they agree. */
export function contradictingGuards({ slug, guards }: Pick<DocumentRules, 'slug' | 'guards'>, named: readonly GuardName[]): string[] {
  const asked: Record<GuardName, boolean> = {
    minimumPrice: guards.minimumPrice !== false,
    creditLimit: guards.credit !== null,
    availability: guards.availability !== null,
  }
  const missing = (Object.keys(asked) as GuardName[]).filter((name) => asked[name] && !named.includes(name))
  return [
    ...missing.map((name) => `${slug}: its rules ask for ${name}, its collection does not name it`),
    ...(named.includes('minimumPrice') && !asked.minimumPrice
      ? [`${slug}: its collection names minimumPrice, its rules do not say when`]
      : []),
    ...named.filter((name, index) => named.indexOf(name) !== index).map((name) => `${slug}: ${name} is named twice`),
  ]
}
