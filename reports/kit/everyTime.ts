const places = {
  month: { like: /^(\d{4})-(\d{2})$/, inYear: 12, name: (year: number, at: number) => `${year}-${String(at).padStart(2, '0')}` },
  quarter: { like: /^(\d{4})-Q(\d)$/, inYear: 4, name: (year: number, at: number) => `${year}-Q${at}` },
  year: { like: /^(\d{4})()$/, inYear: 1, name: (year: number) => String(year) },
} as const

const most = 1200

/**
 * Times along an axis, in their order. Months, quarters and years stand there one after the other, those nobody told of as well: a line
 * from August to November would tell of sales in between. Days and whatever else stay as many as they are.
 */
export function everyTime(found: readonly string[]): string[] {
  const kind = Object.values(places).find(({ like }) => found.length > 0 && found.every((name) => like.test(name)))
  if (!kind) return found.every((name) => name === '' || /^\d{4}-/.test(name)) ? [...found].sort() : [...found]
  const numbers = found.map((name) => {
    const [, year, at] = kind.like.exec(name) ?? []
    return Number(year) * kind.inYear + (Number(at || 1) - 1)
  })
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  if (last - first >= most) return [...found].sort()
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const number = first + index
    return kind.name(Math.floor(number / kind.inYear), (number % kind.inYear) + 1)
  })
}
