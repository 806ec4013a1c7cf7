import type { Label } from './label'

/** How rows without a record or a word are called, and how a filter asks for just those: among ids, and instead of a word. */
export const nameless: Label = { zh: '（未指定）', en: '(none)' }
export const NO_RECORD_TEXT = 'none'
export const NO_RECORD = 0
export const NO_WORD = '(none)'
