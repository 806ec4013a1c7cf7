import { encodings } from '../reading/encoding'
import type { Question } from '../reading/openTable'

/** What only the sender of a file can answer, as it is asked of him. */
export const asks: Record<Question['ask'], { zh: string; en: string }> = {
  decimal: {
    zh: '此列的小数点不明：decimal=point 或 decimal=comma',
    en: 'Decimals may follow a point or a comma: say decimal=point or decimal=comma',
  },
  rates: {
    zh: '此列是百分数还是小数（0.13 = 13%）：rates=percent 或 rates=share，可按列分别回答',
    en: 'Percent or shares (0.13 = 13 %)? Say rates=percent or rates=share; each column may be answered by itself',
  },
  dates: {
    zh: '日期的年、月、日顺序不明：dates=mdy、dates=dmy 或 dates=ymd',
    en: 'Month, day or year first? Say dates=mdy, dates=dmy or dates=ymd',
  },
  sheet: {
    zh: '几张工作表都像要导入的资料：请说明读取哪一张（sheet=name）',
    en: 'Several sheets look like this list: say which one is meant (sheet=name)',
  },
  headsSheet: {
    zh: '第二个文件有几张工作表像要导入的资料：请说明读取哪一张（headsSheet=name）',
    en: 'Several sheets of the second file look like this list: say which one is meant (headsSheet=name)',
  },
  headsEncoding: {
    zh: `第二个文件的文字编码不明：${encodings.map((name) => `headsEncoding=${name}`).join('、')}`,
    en: `The text of the second file may be written in several ways: say ${encodings.map((name) => `headsEncoding=${name}`).join(', ')}`,
  },
  encoding: {
    zh: `文字的编码不明：${encodings.map((name) => `encoding=${name}`).join('、')}`,
    en: `The text may be written in several ways: say ${encodings.map((name) => `encoding=${name}`).join(', ')}`,
  },
}
