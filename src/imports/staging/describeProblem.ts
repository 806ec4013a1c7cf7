import type { ProblemCode, RowProblem } from './sourceTable'

type Sentence = { zh: string; en: string }

const sentences: Record<ProblemCode, (facts: Readonly<Record<string, unknown>>) => Sentence> = {
  FILE_MISSING: () => ({ zh: '文件不存在', en: 'the file is not in the folder' }),
  FILE_UNREADABLE: (f) => ({ zh: `文件无法读取：${String(f.reason)}`, en: `the file cannot be read: ${String(f.reason)}` }),
  COLUMN_MISSING: () => ({ zh: '表头缺少此列', en: 'the header row lacks this column' }),
  CELL_COUNT: (f) => ({
    zh: `应有 ${String(f.expected)} 列，实有 ${String(f.found)} 列`,
    en: `${String(f.expected)} cells expected, ${String(f.found)} found`,
  }),
  EMPTY: () => ({ zh: '不能为空', en: 'must not be empty' }),
  NOT_A_WHOLE_NUMBER: (f) => ({ zh: `“${String(f.value)}”不是整数`, en: `"${String(f.value)}" is not a whole number` }),
  NOT_A_NUMBER: (f) => ({
    zh: `“${String(f.value)}”不是有效的非负数值`,
    en: `"${String(f.value)}" is not a number ≥ 0 with the decimals this column has`,
  }),
  NOT_A_DATE: (f) => ({ zh: `“${String(f.value)}”不是有效日期 (YYYY-MM-DD)`, en: `"${String(f.value)}" is not a date YYYY-MM-DD` }),
  NOT_A_FLAG: (f) => ({ zh: `“${String(f.value)}”应为 0 或 1`, en: `"${String(f.value)}" is neither 0 nor 1` }),
  BAD_TEXT: () => ({ zh: '含控制字符或编码错误 (需 UTF-8)', en: 'holds control characters or is not UTF-8' }),
  DUPLICATE_KEY: (f) => ({
    zh: `“${String(f.value)}”与第 ${String(f.firstLine)} 行重复`,
    en: `"${String(f.value)}" is already on line ${String(f.firstLine)}`,
  }),
  UNKNOWN_REFERENCE: (f) => ({
    zh: `“${String(f.value)}”在 ${String(f.table)} 中不存在`,
    en: `"${String(f.value)}" is not in ${String(f.table)}`,
  }),
  TOTAL_DIFFERS: (f) => ({
    zh: `应等于 SubTotal + TaxAmt + Freight = ${String(f.expected)}，实为 ${String(f.value)}`,
    en: `is ${String(f.value)}, SubTotal + TaxAmt + Freight is ${String(f.expected)}`,
  }),
  LINE_TOTAL_DIFFERS: (f) => ({
    zh: `应等于 数量 × 单价 × (1 − 折扣) = ${String(f.expected)}，实为 ${String(f.value)}`,
    en: `is ${String(f.value)}, quantity × price × (1 − discount) is ${String(f.expected)}`,
  }),
  LINES_DIFFER: (f) => ({
    zh: `各行合计 ${String(f.expected)} 与 SubTotal ${String(f.value)} 相差超过 0.0001`,
    en: `is ${String(f.value)}, its lines add up to ${String(f.expected)} (more than 0.0001 apart)`,
  }),
  NO_LINES: () => ({ zh: '订单没有明细行', en: 'the order has no lines' }),
  NO_QUANTITY: () => ({ zh: '数量须大于 0', en: 'the quantity must be above 0' }),
  NO_NAME: () => ({ zh: 'PersonID 与 StoreID 至少填一个', en: 'neither a person nor a store: the customer has no name' }),
  DATE_ORDER: (f) => ({
    zh: `早于 ${String(f.other)} ${String(f.otherValue)}`,
    en: `${String(f.value)} is before ${String(f.other)} ${String(f.otherValue)}`,
  }),
  OVERLAP: (f) => ({
    zh: `与第 ${String(f.otherLine)} 行的有效期重叠`,
    en: `the period overlaps the one on line ${String(f.otherLine)}`,
  }),
  NOT_SHIPPED: (f) => ({
    zh: `状态 ${String(f.value)} 不是 5 (已发货)，不能作为已完成的历史导入`,
    en: `status ${String(f.value)} is not 5 (shipped): it cannot be taken in as closed history`,
  }),
}

/** One line for the terminal: `SalesOrderDetail.csv.gz line 17 column OrderQty: "x" is not a whole number`. */
export function describeProblem({ problem, language }: { problem: RowProblem; language: 'zh' | 'en' }): string {
  const reason = sentences[problem.code](problem.facts)[language]
  const place =
    language === 'zh'
      ? [problem.line === null ? '' : ` 第 ${String(problem.line)} 行`, problem.column === null ? '' : ` ${problem.column} 列`]
      : [problem.line === null ? '' : ` line ${String(problem.line)}`, problem.column === null ? '' : ` column ${problem.column}`]
  return `${problem.file}${place.join('')}: ${reason} [${problem.code}]`
}
