/** A row pasted from a spreadsheet: code, quantity, price; what is not a number is left out and typed by hand. */
export type PastedRow = { code: string; qty: number | null; price: number | null }

/** More rows than this come as a file (import), where each gets its own answer. */
export const mostPasted = 200

/** `1,234.50`, ` 12 ` and `¥0.35` as numbers; anything else is null. */
function numberOf(text: string | undefined): number | null {
  const plain = (text ?? '').replaceAll(/[\s,¥￥]/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** Reads the text of a spreadsheet range: one row per line, cells parted by tabs. Lines without a code and heads are left out. */
export function pastedRows(text: string): PastedRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
    .map(([code, qty, price]) => ({ code: (code ?? '').trim(), qty: numberOf(qty), price: numberOf(price) }))
    .filter(({ code }, index) => code !== '' && !(index === 0 && /^(编码|物料编码|物料|code|item|item code)$/i.test(code)))
}
