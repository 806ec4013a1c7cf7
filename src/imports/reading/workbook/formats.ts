import type { Archive } from './archive'
import { walkText } from './walkXml'

/** Formats every program knows by their number; 27 to 36 and 50 to 58 are days where Chinese is written. */
const builtIn: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 5: '$#,##0', 6: '$#,##0', 7: '$#,##0.00', 8: '$#,##0.00', 9: '0%', 10: '0.00%' },
  ...{ 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??', 14: 'yyyy-mm-dd', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM' },
  ...{ 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy-mm-dd h:mm', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00' },
  ...{ 41: '#,##0', 42: '#,##0', 43: '#,##0.00', 44: '#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@' },
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy-mm-dd'])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm'])),
}

/** What the style of a cell says of how its number is shown. */
export async function formatsOf(archive: Archive): Promise<(style: string | undefined) => string | undefined> {
  const own = new Map<number, string>()
  const ofStyle: Array<string | undefined> = []
  let inStyles = false
  walkText(await archive.text('xl/styles.xml'), {
    open: (name, marks) => {
      if (name === 'numFmt') own.set(Number(marks['numFmtId']), marks['formatCode'] ?? '')
      else if (name === 'cellXfs') inStyles = true
      else if (name === 'xf' && inStyles) ofStyle.push(own.get(Number(marks['numFmtId'])) ?? builtIn[Number(marks['numFmtId'])])
    },
    close: (name) => {
      if (name === 'cellXfs') inStyles = false
    },
  })
  return (style) => (style === undefined ? ofStyle[0] : ofStyle[Number(style)])
}
