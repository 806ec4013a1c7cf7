import { describe, expect, test } from '@jest/globals'

import { terms } from '@/src/domain/words/terms'

import { chinese, pairs } from '../support/wordPairs'

/*
 * Whatever is said in two languages stands in the source as a pair: labels of fields and buttons, columns of reports, words of sheets and
 * screens, and the sentences hooks and imports write themselves. All of them are looked through.
 */

/** Names of formats, keys, languages and programs are the same in every language; so is what is filled in, and `key=value` of a request. */
const international =
  /\b(ABC|API|Microsoft Authenticator|PDF|CAD|DWG|DXF|STEP|CSV|XLSX|Excel|Webhook|WeCom|DingTalk|JSON|HTML|Content-Type|application\/json|multipart\/form-data|boundary|_payload|__proto__|WebGL|BOM|ISO|CNY|UTC|YYYY-MM-DD|English|relationTo|value|true|false|exists|point|comma|percent|share|skip|take|Enter|Ctrl|Alt|Shift|Esc|Insert|Delete|F4)\b|\w+=\w+|\{\{?\w+\}?\}/g
const technical = /[a-z][A-Z]|\b[a-z]+\.\d+\b|undefined|null|\[object/

test('the house speaks, and in pairs', () => expect(pairs.length).toBeGreaterThan(2000))

test('every pair says something in either language, and nothing in the other one', () => {
  const wrong = pairs.filter(({ zh, en }) => {
    const [left, right] = [zh.replace(international, ''), en.replace(international, '')]
    return en === '' || zh === '' || /[A-Za-z]{3,}/.test(left) || /[一-鿿]/.test(right.replace(/中文/, '')) || technical.test(right)
  })
  expect(wrong).toEqual([])
})

/** Narrow signs beside Chinese, or with Chinese between them. Codes, times and what a program writes (`sheet=name`, 1,234.5) stay as they are. */
const narrow = new RegExp(
  [
    '[\\p{Script=Han}”」）][,;:?!](?!\\w)', // a sign that ends something said
    '\\p{Script=Han}[,;:?!.](?=\\s|$)',
    '[,;:?!](?=\\p{Script=Han})',
    '\\p{Script=Han}\\s?\\(',
    '\\)\\s?\\p{Script=Han}',
    '\\([^()]*\\p{Script=Han}[^()]*\\)',
  ].join('|'),
  'u',
)

test('Chinese is written with the signs of Chinese: ，；：？！（） and no narrow ones', () => {
  expect(chinese.length).toBeGreaterThan(4000)
  const said = chinese.filter(({ zh }) => !zh.includes('(?')) // patterns are not said to anybody
  expect(said.filter(({ zh }) => narrow.test(zh)).map(({ at, zh }) => `${at} ${zh}`)).toEqual([])
})

describe('a thing of the business is called one thing', () => {
  const forms = (word: string): string[] => [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies'), word.replace(/person$/, 'people')]
  /** What stands for it where the place says which is meant: a code for its item, what is noted beside a record, the part of volume. */
  const alsoCalled: Record<string, readonly string[]> = {
    [terms.itemCode.zh]: [terms.item.en],
    [terms.remark.zh]: ['Note', 'Notes'],
    [terms.qty.zh]: ['Volume'],
    [terms.date.zh]: ['When'],
    [terms.quote.zh]: ['Quote'],
  }

  test.each(Object.values(terms).map(({ zh, en }) => [zh, en] as const))('%s is %s', (zh, en) => {
    const allowed = [...forms(en), ...(alsoCalled[zh] ?? [])].map((form) => form.toLowerCase())
    expect(pairs.filter((pair) => pair.zh === zh && !allowed.includes(pair.en.toLowerCase()))).toEqual([])
  })

  /** 不含税 is how a price is meant; a figure without tax is 无税. What one program, one caller or one phone proves itself by has a name of its own. */
  test.each<[string, RegExp, RegExp]>([
    ['an amount or price without tax is 无税', /不含税|未税|税前/, /^不含税$|价格不含税|含税还是不含税/],
    ['a 密钥 says of what', /密钥/, /程序密钥|签名密钥|验证密钥|「加签」密钥/],
  ])('%s', (_, word, meant) => {
    expect(pairs.filter(({ zh }) => word.test(zh) && !meant.test(zh))).toEqual([])
  })

  /** Words of every day in English, which Chinese says by what is meant: the price of a return, the date of a line, the net of a price. */
  const everyday = new Set<string>([terms.net, terms.item, terms.price, terms.qty, terms.remark, terms.date, terms.deliveryNote, terms.receipt, terms.creditNote].map(({ en }) => en)) // prettier-ignore

  test.each(Object.values(terms).filter(({ en }) => !everyday.has(en)).map(({ zh, en }) => [en, zh] as const))('%s is %s', (en, zh) => {
    expect(pairs.filter((pair) => pair.en.toLowerCase() === en.toLowerCase() && !pair.zh.includes(zh))).toEqual([])
  }) // prettier-ignore
})
