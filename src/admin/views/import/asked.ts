import type { Looked, Said } from './sendImport'

/** What a file may leave open, and what may be answered. */
export const questions = {
  decimal: ['point', 'comma'],
  rates: ['percent', 'share'],
  dates: ['mdy', 'dmy', 'ymd'],
  encoding: ['gb18030', 'big5', 'windows-1252'],
  headsEncoding: ['gb18030', 'big5', 'windows-1252'],
} as const

type Ask = Looked['questions'][number]['ask']
export const texts = ['encoding', 'headsEncoding'] as const
export const sheets = ['sheet', 'headsSheet'] as const
export const isOfText = (ask: Ask): boolean => texts.some((one) => one === ask)
const isOfSheet = (ask: Ask): ask is (typeof sheets)[number] => sheets.some((one) => one === ask)

export type Asked = { ask: keyof typeof questions; name: string; of: string }

/** Rates are asked column by column: one may be written in percent, another as shares. Everything else is one question for the file. */
export function askedOnce({ ask, column, heading, sample }: Looked['questions'][number]): Asked[] {
  if (isOfSheet(ask)) return []
  if (ask === 'rates') return [{ ask, name: `rates.${column}`, of: ` · ${heading} (${sample})` }]
  return [{ ask, name: ask, of: isOfText(ask) || ask === 'dates' ? ` · ${sample}` : '' }]
}

/** What is still to be answered before the file can be read. */
export const unanswered = ({ questions: open }: Looked, { answers }: Said): boolean =>
  open.some((question) => isOfSheet(question.ask) || askedOnce(question).some(({ name }) => !answers[name]))
