import type { FindingCode } from '../kernel/decision'

export type Language = 'zh' | 'en'

export type Facts = Readonly<Record<string, unknown>>

/** What a text may draw on: `v` shows one fact, `when` gives a phrase only when its fact is present, `facts` are all of them. */
export type Speak = { v: (key: string) => string; when: (key: string, phrase: string) => string; facts: Facts }

/** What is the matter, and what would make it pass. */
export type FindingText = { message: (speak: Speak) => string; remedy: (speak: Speak) => string }

export type FindingTexts = Readonly<Record<FindingCode, FindingText>>
