import type { Words } from '../words/words'
import type { FieldChange } from './changesBetween'

/** Something the log tells of a doing that is no field of the record: what was printed, asked for, brought in. It brings its own words. */
export type Noted = FieldChange & { words: Words }

export const noted = (path: string, words: Words, after: unknown): Noted => ({ path, words, before: null, after })

export const isNoted = (change: FieldChange | Noted): change is Noted => 'words' in change
