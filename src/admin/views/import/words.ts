const zh = {
  title: '导入资料', kind: '资料', file: '文件', columns: '对应列', check: '检查', result: '结果', template: '下载模板', choose: '选择文件（CSV、Excel）', start: '从这里开始：先部门与人员，再客户、物料，最后期初与历史。',
  theirs: '文件中的列', ours: '对应', samples: '样例', none: '（不导入）', required: '必填', rows: '行', next: '下一步', back: '上一步', checking: '正在检查…', taking: '正在导入…', stop: '停止',
  stopped: '已停止，未导入任何数据。', wouldCreate: '将新增', wouldUpdate: '将更新', same: '无变化', created: '已新增', updated: '已更新', problems: '个问题，未导入任何数据', errorFile: '下载问题行（含原因）',
  row: '行号', column: '列', found: '填写内容', reason: '原因', take: '导入', another: '再导入一个文件', missing: '文件缺少必填列', others: '其他工作表未读取', decimal: '小数点写作', point: '“.”（1,234.5）', comma: '“,”（1.234,5）',
  rates: '税率、折扣写作', percent: '百分数（13 = 13%）', share: '小数（0.13 = 13%）', dates: '日期顺序', mdy: '月/日/年', dmy: '日/月/年', hidden: '隐藏的行和列', skip: '不导入', takeHidden: '一并导入', ask: '请选择',
  failed: '没有收到回答，请重试。', lacking: '尚无', there: '条已有', undo: '确认无误后再导入；有一行有误，整个文件都不会导入。', twoWays: '文件有两种读法，请说明：', removeLines: '已有订单中文件没有的行', keepLines: '先告诉我', mayRemove: '可以删除', emptyCells: '空格一律填', firstRow: '同一条资料的几行内容不同', firstCounts: '以第一行为准', round: '小数位数超出', mayRound: '四舍五入',
} // prettier-ignore

const en: Record<keyof typeof zh, string> = {
  title: 'Import data', kind: 'What', file: 'File', columns: 'Columns', check: 'Check', result: 'Result', template: 'Template', choose: 'Choose a file (CSV, Excel)', start: 'Start at the top: departments and people, then customers and items, opening balances and history last.',
  theirs: 'Column of the file', ours: 'Stands for', samples: 'Samples', none: '(left out)', required: 'required', rows: 'rows', next: 'Next', back: 'Back', checking: 'Checking…', taking: 'Importing…', stop: 'Stop',
  stopped: 'Stopped. Nothing was imported.', wouldCreate: 'New', wouldUpdate: 'Changed', same: 'As they were', created: 'New', updated: 'Changed', problems: 'problems. Nothing was imported', errorFile: 'Download the rows with reasons',
  row: 'Row', column: 'Column', found: 'What stood there', reason: 'Reason', take: 'Import', another: 'Another file', missing: 'The file lacks required columns', others: 'Other sheets are not read', decimal: 'Decimals follow', point: 'a point (1,234.5)', comma: 'a comma (1.234,5)',
  rates: 'Rates are written as', percent: 'percent (13 = 13 %)', share: 'shares (0.13 = 13 %)', dates: 'Dates are written', mdy: 'month/day/year', dmy: 'day/month/year', hidden: 'Hidden rows and columns', skip: 'leave out', takeHidden: 'take in', ask: 'Please choose',
  failed: 'No answer came. Try again.', lacking: 'None yet', there: 'there', undo: 'Import when it looks right; with one wrong row the whole file stays out.', twoWays: 'The file may be read in two ways. Please say:', removeLines: 'Lines of known orders that the file does not have', keepLines: 'Tell me first', mayRemove: 'May be removed', emptyCells: 'Empty cells stand for', firstRow: 'Several rows of one record that differ', firstCounts: 'The first counts', round: 'More decimals than are kept', mayRound: 'Rounded',
} // prettier-ignore

export type ImportWords = Record<keyof typeof zh, string>
export const wordsIn = (language: 'zh' | 'en'): ImportWords => ({ zh, en })[language]
