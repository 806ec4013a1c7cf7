/**
 * How a person writes figures: which sign stands before the decimals, and whether a rate below one is a share (0.13) or percent (0.13 %).
 * `unclear`: the file says both or neither, and only its sender knows.
 */
export type Writing = { decimal: 'point' | 'comma' | 'unclear'; rates: 'percent' | 'share' | 'unclear' }

export type ReadFigure = { value: number } | { problem: 'notANumber' | 'decimalUnclear' | 'rateUnclear' | 'percentNotExpected' }

const POINT = /^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/
const COMMA = /^[-+]?(\d{1,3}(\.\d{3})+|\d+)?(,\d+)?$/
const hasDigit = /\d/
/** Narrow figures and signs alone: nothing about it has to be made plain. */
const plainly = /^-?[\d.,]*\d%?$/
const wholeNumber = /^\d{1,15}$/

/** Full-width digits and signs as the narrow ones; blanks, currency signs and words gone; (5) and 5- as −5. */
export function plainFigure(text: string): string {
  if (plainly.test(text)) return text
  const narrow = text
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace(/[−﹣–]/g, '-')
    .replace(/^-?(CNY|RMB|USD|EUR|HKD|GBP|JPY|CAD|AUD|TWD|INR|BRL)|(CNY|RMB|USD|EUR|HKD|GBP|JPY|CAD|AUD|TWD|INR|BRL|元)$/gi, (word) =>
      word.startsWith('-') ? '-' : '',
    )
    .replace(/(?:R|US|HK|NT|CA|AU?|C)?\$|[¥€£₹₩]/g, '')
  const inBrackets = /^\((.+)\)$/.exec(narrow)
  if (inBrackets) return `-${inBrackets[1] ?? ''}`
  const trailing = /^([\d.,]+)-$/.exec(narrow)
  return trailing ? `-${trailing[1] ?? ''}` : narrow
}

/** What the text means with a decimal point and with a decimal comma; undefined where it means nothing that way. */
export function readings(plain: string): { point?: number; comma?: number } {
  if (!hasDigit.test(plain)) return {}
  const point = POINT.test(plain) ? Number(plain.replaceAll(',', '')) : undefined
  const comma = COMMA.test(plain) ? Number(plain.replaceAll('.', '').replace(',', '.')) : undefined
  return { ...(point === undefined ? {} : { point }), ...(comma === undefined ? {} : { comma }) }
}

/** Which decimal sign a file uses, from all its figures. `9,95` is only a comma, `9.95` only a point; `1,234` says nothing. */
export function decimalOf(texts: readonly string[], separator: string): Writing['decimal'] {
  let pointOnly = false
  let commaOnly = false
  let open = false
  for (const text of texts) {
    const { point, comma } = readings(plainFigure(text).replace(/%$/, ''))
    if (point !== undefined && comma === undefined) pointOnly = true
    else if (comma !== undefined && point === undefined) commaOnly = true
    else if (point !== comma) open = true
  }
  if (pointOnly && commaOnly) return 'unclear'
  if (commaOnly) return 'comma'
  // lists separated by semicolons come from where the comma is taken by the decimals
  return !pointOnly && open && separator === ';' ? 'unclear' : 'point'
}

/** The cell of such a column that may be read in two ways. */
export const unclearRate = (texts: readonly string[], decimal: Writing['decimal']): string =>
  texts.find((text) => ratesOf([text], decimal) === 'unclear') ?? ''

/** Whether the plain figures of a column of rates are percent. All of them below one, and nobody can tell 0.13 from 13 %. */
export function ratesOf(texts: readonly string[], decimal: Writing['decimal']): Writing['rates'] {
  const plain = texts.map(plainFigure).filter((text) => text !== '' && !text.endsWith('%'))
  const values = plain.flatMap((text) => {
    const { point, comma } = readings(text)
    return (decimal === 'comma' ? comma : point) ?? []
  })
  const parts = values.filter((value) => value !== 0)
  return parts.length > 0 && parts.every((value) => Math.abs(value) < 1) ? 'unclear' : 'percent'
}

/** One figure as its writer meant it. `kind`: a rate is told in percent (13), any other figure is no percentage. */
export function readFigure(text: string, { decimal, rates }: Writing, kind: 'figure' | 'rate'): ReadFigure {
  // most figures are whole, and those read the same however they are written
  if (wholeNumber.test(text)) return { value: Number(text) }
  const plain = plainFigure(text)
  const isPercentage = plain.endsWith('%')
  if (isPercentage && kind === 'figure') return { problem: 'percentNotExpected' }
  // 8折: eight tenths of the price are paid; 85折: 85 hundredths
  const [, tenths, hundredths] = (kind === 'rate' && /^(?:(\d(?:\.\d)?)|([1-9][1-9]))折$/.exec(plain)) || []
  if (tenths ?? hundredths) return { value: Number((100 - (tenths ? 10 * Number(tenths) : Number(hundredths))).toFixed(4)) }
  const { point, comma } = readings(isPercentage ? plain.slice(0, -1) : plain)
  if (point === undefined && comma === undefined) return { problem: 'notANumber' }
  const agreed = point === comma
  if (!agreed && decimal === 'unclear') return { problem: 'decimalUnclear' }
  const value = agreed || decimal !== 'comma' ? point : comma
  if (value === undefined) return { problem: 'decimalUnclear' }
  if (kind === 'rate' && !isPercentage && value !== 0 && Math.abs(value) < 1) {
    if (rates === 'unclear') return { problem: 'rateUnclear' }
    if (rates === 'share') return { value: Number((value * 100).toPrecision(15)) }
  }
  return { value }
}
