import { expect, test } from '@jest/globals'

import { spoken } from './spoken'
import { heardWords, toldWords } from './toldWords'

const translations = {
  general: { save: '保存', cancel: '取消', row_one: '{{count}} 行', row_other: '{{count}} 行', true: '是' },
  operators: { equals: '等于', in: '在' },
  version: { draft: '草稿' },
  editor: { table: { row: '行' } },
}

test('of the words of the platform those are told that a script names, in whatever number', () => {
  expect(spoken(translations, new Set(['general:save', 'general:row', 'operators:*']))).toEqual({
    general: { save: '保存', row_one: '{{count}} 行', row_other: '{{count}} 行' },
    operators: { equals: '等于', in: '在' },
    editor: { table: { row: '行' } },
  })
  expect(spoken(translations, null)).toEqual(translations)
})

test('words are told as texts and heard as they were, areas within areas as they are', () => {
  const told = toldWords(translations)
  expect(told['operators']).toBe('equals 等于¦in 在')
  expect(told['editor']).toEqual(translations.editor)
  expect(heardWords(told)).toEqual(translations)
})
