import ExcelJS from 'exceljs'

export type TableRow = { row: number; cells: Record<string, string> }

/** Text of a CSV file in what Excel and Chinese systems write: UTF-8 or UTF-16 with mark, UTF-8 without, else GB 18030 (GBK). */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Records of a separated text; quoted cells may hold separators, doubled quotes and line ends. */
function records(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

function fromText(bytes: Buffer): string[][] {
  const text = decode(bytes).replace(/^\uFEFF/, '')
  const [head = ''] = text.split(/\r?\n|\r/, 1)
  const count = (sign: string): number => head.split(sign).length
  const separator = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  return records(text, separator)
}

/** What a cell of a workbook says: dates as YYYY-MM-DD, formulas by their result. */
function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  return 'text' in value ? cellText(value.text as ExcelJS.CellValue) : ''
}

async function fromWorkbook(bytes: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    const values = row.values as ExcelJS.CellValue[]
    rows.push(Array.from({ length: Math.max(0, values.length - 1) }, (_cell, index) => cellText(values[index + 1])))
  })
  return rows
}

/**
 * The rows of a CSV or Excel file by column: `headings` says which heading stands for which column, case and blanks aside. Row numbers
 * are those of the file, the heading being row 1; empty rows are left out. Throws for a file that cannot be read as such.
 */
export async function readTable({
  bytes,
  headings,
}: {
  bytes: Buffer
  headings: Readonly<Record<string, string>>
}): Promise<{ columns: string[]; rows: TableRow[] }> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  const [head = [], ...lines] = isWorkbook ? await fromWorkbook(bytes) : fromText(bytes)
  const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '')
  const known = new Map(Object.entries(headings).map(([heading, column]) => [plain(heading), column]))
  const columns = head.map((heading) => known.get(plain(heading)) ?? '')
  const rows = lines.flatMap((cells, index): TableRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const named = columns.flatMap((column, place): Array<[string, string]> => (column ? [[column, (cells[place] ?? '').trim()]] : []))
    return [{ row: index + 2, cells: Object.fromEntries(named) }]
  })
  return { columns: columns.filter(Boolean), rows }
}
