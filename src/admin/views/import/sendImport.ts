import { ask, askLines, type Reply } from '../../request/ask'

/** `fills`: one value may stand for all its empty cells. */
export type Column = { name: string; label: string; required: boolean; note: string; fills: boolean }
export type Question = { ask: 'decimal' | 'rates' | 'dates'; column: string; heading: string; sample: string }
export type Looked = {
  columns: Column[]
  headings: string[]
  mapping: Record<string, string | null>
  samples: Array<Record<string, string>>
  rows: number
  questions: Question[]
  others: string[]
  /** what the sender may allow */
  allows: Array<'removeLines' | 'firstRow' | 'round'>
}
export type Problem = { row: number; column: string; heading?: string; found?: string; message: string }
export type ProblemCount = { column: string; heading: string; count: number }
export type Report = {
  rows: number
  created: number
  updated: number
  unchanged?: number
  errors: Problem[]
  problems?: ProblemCount[]
  dryRun?: boolean
}

/** What is sent with a file: what its headings stand for, and what it leaves open. */
export type Said = { mapping?: Record<string, string | null>; answers: Record<string, string> }

export function formOf(file: File, { mapping, answers }: Said): FormData {
  const form = new FormData()
  form.append('file', file)
  if (mapping) form.append('mapping', JSON.stringify(mapping))
  for (const [name, value] of Object.entries(answers)) if (value) form.append(name, value)
  return form
}

export const look = (api: string, kind: string, file: File, said: Said, language: string): Promise<Reply<Looked>> =>
  ask<Looked>(`${api}/import/${kind}/inspect`, { send: formOf(file, said), language, waits: true })

type Line = { done?: number; report?: Report; error?: string }

/** Sends a file and tells how far the server is, line by line. Leaving (`signal`) calls the import off, and nothing of it is kept. */
export async function run({
  address,
  form,
  language,
  signal,
  onProgress,
}: {
  address: string
  form: FormData
  language: string
  signal: AbortSignal
  onProgress: (rows: number) => void
}): Promise<Report | { refused: string }> {
  form.append('progress', 'true')
  let [report, refused]: [Report | null, string] = [null, '']
  const answer = await askLines<Line>(address, { send: form, language, signal, waits: true }, (line) => {
    if (line.done !== undefined) onProgress(line.done)
    if (line.error !== undefined) refused = line.error
    if (line.report) report = line.report
  })
  if (!answer.ok) return { refused: answer.refusals[0]?.message ?? '' }
  return report ?? { refused }
}
