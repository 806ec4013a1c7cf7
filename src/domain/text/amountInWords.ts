import { d, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** Four digits: 1,203 → 壹仟贰佰零叁; zeros between are said once, at the end never. */
function fourDigits(text: string): string {
  return [...text]
    .map((digit, at) => (digit === '0' ? '零' : `${digits[Number(digit)] ?? ''}${places[text.length - 1 - at] ?? ''}`))
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/零$/, '')
}

function wholeInWords(text: string): string {
  const padded = text.padStart(Math.ceil(text.length / 4) * 4, '0')
  const parts = padded.match(/\d{4}/g) ?? []
  return parts
    .map((part, at) => {
      const said = fourDigits(part)
      const unit = groups[parts.length - 1 - at] ?? ''
      return said === '' ? '零' : `${said}${unit}`
    })
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/^零|零$/g, '')
}

/**
 * An amount as Chinese papers of value say it (大写金额): 7,752.00 → 柒仟柒佰伍拾贰元整; 100,020.05 → 壹拾万零贰拾元零伍分; −0.50 → 负伍角整.
 * Null beyond what is said with these units.
 */
export function amountInWords(amount: Numeric): string | null {
  const rounded = roundAmount(amount)
  const cents = rounded.abs().times(100)
  if (cents.isZero()) return '零元整'
  const text = cents.toString().padStart(3, '0')
  const [whole, tenth, cent] = [text.slice(0, -2), text.at(-2) ?? '0', text.at(-1) ?? '0']
  if (whole.length > 16) return null
  const yuan = wholeInWords(whole)
  const jiao = tenth === '0' ? (cent !== '0' && yuan !== '' ? '零' : '') : `${digits[Number(tenth)] ?? ''}角`
  const fen = cent === '0' ? '整' : `${digits[Number(cent)] ?? ''}分`
  return `${d(rounded).lt(0) ? '负' : ''}${yuan === '' ? '' : `${yuan}元`}${jiao}${fen}`
}
