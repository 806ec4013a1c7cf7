/** A text that is no table, told as the platform's own parser tells it. */
class Unreadable extends Error {
  constructor(readonly code: 'CSV_QUOTE_NOT_CLOSED' | 'CSV_MAX_RECORD_SIZE') {
    super(code)
  }
}

/** No record of a list is longer; a quote that is never closed would make one of all that follows. */
const longest = 8 << 20

const QUOTE = 34
const LINE_FEED = 10
const RETURN = 13

/** Where a record ends and the next one begins, and its cells; null when the text ends before it does. */
type Found = { cells: string[]; next: number } | null

/** A record with quoted cells: they may hold separators, line ends and doubled quotes; a quote within another cell stands for itself. */
function quotedRecord(text: string, from: number, separator: string, isLast: boolean): Found {
  const cells: string[] = []
  const sign = separator.charCodeAt(0)
  let at = from
  for (;;) {
    let cell = ''
    if (text.charCodeAt(at) === QUOTE) {
      let begin = at + 1
      for (;;) {
        const quote = text.indexOf('"', begin)
        if (quote < 0) {
          if (isLast) throw new Unreadable('CSV_QUOTE_NOT_CLOSED')
          return null
        }
        // what follows it says whether it ends the cell
        if (quote + 1 >= text.length && !isLast) return null
        const after = text.charCodeAt(quote + 1)
        cell += text.slice(begin, quote)
        begin = quote + 1
        if (after === QUOTE) {
          cell += '"'
          begin += 1
          continue
        }
        at = begin
        if (Number.isNaN(after) || after === sign || after === LINE_FEED || after === RETURN) break
        // a word in quotes at the beginning of a cell
        const end = endOfCell(text, at, sign)
        cell = `"${cell}"${text.slice(at, end)}`
        at = end
        break
      }
    } else {
      const end = endOfCell(text, at, sign)
      cell = text.slice(at, end)
      at = end
    }
    if (at >= text.length && !isLast) return null
    cells.push(cell)
    const end = text.charCodeAt(at)
    if (end === sign) {
      at += 1
      continue
    }
    if (end === RETURN && at + 1 >= text.length && !isLast) return null
    return { cells, next: end === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1 }
  }
}

function endOfCell(text: string, from: number, sign: number): number {
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === sign || code === LINE_FEED || code === RETURN) break
  }
  return at
}

/** A record of a line without quotes is cut at its separators; anything else is looked at sign by sign. */
function recordAt(text: string, from: number, separator: string, isLast: boolean): Found {
  const feed = text.indexOf('\n', from)
  if (feed < 0) return quotedRecord(text, from, separator, isLast)
  const line = text.slice(from, text.charCodeAt(feed - 1) === RETURN && feed > from ? feed - 1 : feed)
  if (line.includes('"') || line.includes('\r')) return quotedRecord(text, from, separator, isLast)
  return { cells: line.split(separator), next: feed + 1 }
}

/** The records of a separated text that comes in parts; no more of it is held than a part and the record that reaches into the next. */
export function* recordsIn(parts: Iterable<string>, separator: string): Iterable<string[]> {
  let [text, at] = ['', 0]
  const rest = function* (isLast: boolean): Iterable<string[]> {
    while (at < text.length) {
      const found = recordAt(text, at, separator, isLast)
      if (found === null) break
      at = found.next
      yield found.cells
    }
  }
  let isFirst = true
  for (const part of parts) {
    text = text.slice(at) + (isFirst ? part.replace(/^\uFEFF/, '') : part)
    at = 0
    isFirst = isFirst && part === ''
    yield* rest(false)
    if (text.length - at > longest) throw new Unreadable('CSV_MAX_RECORD_SIZE')
  }
  yield* rest(true)
}
