import type { WordedFinding } from '@/src/domain/kernel/decision'
import type { OpenDocument } from '@/src/engine/masterUses'

/** What stands in the way of a change of a master record: the documents that depend on the field, by number. */
export function usedBy({
  path,
  documents,
  zh,
  en,
}: {
  path: string
  documents: readonly OpenDocument[]
  zh: string
  en: string
}): WordedFinding[] {
  if (documents.length === 0) return []
  const shown = documents.slice(0, 5).map(({ no }) => no)
  const more = documents.length > shown.length
  return [
    {
      code: 'DOWNSTREAM_EXISTS',
      path,
      facts: { field: path, documents },
      text: {
        zh: `${zh}：${shown.join('、')}${more ? ` 等 ${documents.length} 张` : ''}`,
        en: `${en}: ${shown.join(', ')}${more ? ` and ${documents.length - shown.length} more` : ''}`,
      },
    },
  ]
}
