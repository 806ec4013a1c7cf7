import type { FindingCode } from '../kernel/decision'
import type { Language } from '../words/words'

export type { Language }

export type Facts = Readonly<Record<string, unknown>>

/** The words of the kind of document a finding is about, in the reader's language: those of its lists, buttons and forms. */
export type Vocabulary = {
  language: Language
  status: (code: string) => string
  verb: (name: string) => string
  /** a field by its path: `lines.0.qty` is 第 1 行的数量 */
  field: (path: string) => string
  right: (name: string) => string
}

/** What a text may draw on: `v` shows one fact, `when` gives a phrase only when its fact is present, `facts` are all of them. */
export type Speak = { v: (key: string) => string; when: (key: string, phrase: string) => string; facts: Facts }

/** What is the matter, and what would make it pass. */
export type FindingText = { message: (speak: Speak) => string; remedy: (speak: Speak) => string }

export type FindingTexts = Readonly<Record<FindingCode, FindingText>>
