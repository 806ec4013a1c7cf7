import type { Language } from '@/src/domain/messages/language'

export type { Language }

/** A text in both languages, beside the thing it names. */
export type Label = Readonly<Record<Language, string>>
