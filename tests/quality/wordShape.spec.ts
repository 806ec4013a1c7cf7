import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

import { inLanguages } from '@/src/domain/words/words'

/*
 * Words have one shape wherever they are written down: the two languages of one word side by side, so that who changes one sees the other.
 * A list of words by language, in which they drift apart, is made of it (`inLanguages`) and never written.
 */

const sources = ['src', 'hooks', 'collections', 'reports'].flatMap((folder) =>
  readdirSync(path.join(process.cwd(), folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/payload-types|migrations|\.spec\./.test(file)),
)

/** The platform takes translations by language. */
const platform = 'src/admin/i18n/index.ts'

test('no list of words by language is written', () => {
  const byLanguage = /\b(?:zh|en): \{|\bconst (?:zh|en)\b[^=\n]*= \{/
  const found = sources.filter((file) => byLanguage.test(readFileSync(path.join(process.cwd(), file), 'utf8')))
  expect(found).toEqual([platform])
})

test('words are turned round: strings, sentences that take figures, words within words', () => {
  const said = inLanguages({
    save: { zh: '保存', en: 'Save' },
    left: { zh: (n: number) => `还有 ${n} 个`, en: (n: number) => `${n} left` },
    states: inLanguages({ sent: { zh: '已发', en: 'Sent' } }),
  })
  expect([said.zh.save, said.en.left(2), said.zh.states.sent]).toEqual(['保存', '2 left', '已发'])
})
