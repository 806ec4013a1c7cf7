import { ask, askLines, type Reply } from '../../request/ask'

/** `fills`: one value may stand for all its empty cells. */
export type Column = { name: string; label: string; required: boolean; note: string; fills: boolean }
export type Question = {
  ask: 'decimal' | 'rates' | 'dates' | 'encoding' | 'sheet' | 'headsEncoding' | 'headsSheet'
  column: string
  heading: string
  sample: string
}
export type AsideKind = 'total' | 'heading' | 'note'
/** Rows that are none of the list, and how the totals among them agree with the rows. */
export type Asides = {
  counts: Record<AsideKind, number>
  first: Array<{ row: number; kind: AsideKind; text: string }>
  agree: number
  differs: Array<{ row: number; heading: string; says: number; comes: number }>
}
export type Looked = {
  columns: Column[]
  headings: string[]
  mapping: Record<string, string | null>
  samples: Array<Record<string, string>>
  rows: number
  questions: Question[]
  others: string[]
  /** of a workbook: the sheet that is read, and all there are */
  sheet: string
  sheets: string[]
  /** the same of a second file */
  headsSheet: string
  headsSheets: string[]
  /** the row of the headings; what stands above is not read */
  headRow: number
  asides: Asides
  /** heads of a second file without a line */
  alone: { count: number; first: string[] }
  /** what the sender may allow or say of the file */
  allows: Array<'removeLines' | 'firstRow' | 'round' | 'numbers' | 'taxMode'>
}
/** `yes`: what has only to be allowed. */
export type Problem = { row: number; column: string; heading?: string; found?: string; message: string; yes?: 'removeLines' }
export type ProblemCount = { column: string; heading: string; count: number }
export type Report = {
  rows: number
  created: number
  updated: number
  unchanged?: number
  /** what has to be answered first, where the file may be read in several ways */
  questions?: Question[]
  errors: Problem[]
  problems?: ProblemCount[]
  asides?: Asides
  dryRun?: boolean
  /** where what came in is listed */
  list?: string | null
}

/** What is sent: a file, and where its lines stand apart from their heads the file of those. */
export type Files = { file: File; heads: File | null }

/** What is said of a file: what some headings stand for, and what it leaves open. */
export type Said = { mapping?: Record<string, string | null>; answers: Record<string, string> }

export function formOf({ file, heads }: Files, { mapping, answers }: Said): FormData {
  const form = new FormData()
  form.append('file', file)
  if (heads) form.append('heads', heads)
  if (mapping) form.append('mapping', JSON.stringify(mapping))
  for (const [name, value] of Object.entries(answers)) if (value) form.append(name, value)
  return form
}

export const look = (api: string, kind: string, files: Files, said: Said, language: string): Promise<Reply<Looked>> =>
  ask<Looked>(`${api}/import/${kind}/inspect`, { send: formOf(files, said), language, waits: true })

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
