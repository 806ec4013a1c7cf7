import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

import { documentKinds } from '@/src/domain/kinds'

/*
 * The grid is told what it has to know: columns, states, fields of the head, questions. What a document is called, which states it has and
 * what its fields are named stands with the collection, so that a new document needs no line here.
 */

const places = ['src/admin/grid', 'src/admin/fields/LineGrid', 'src/admin/fields/RowGrid']
const files = places.flatMap((place) => readdirSync(path.join(process.cwd(), place)).map((file) => `${place}/${file}`))
const sources = files
  .filter((file) => /\.(tsx?|css)$/.test(file) && !/\.spec\.|words\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(process.cwd(), file), 'utf8') }))

const naming = (pattern: RegExp): string[] =>
  sources.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, name]) => `${file}: ${name ?? ''}`))

test('no field of a head and none of a row is named, but the identity of a row', () => {
  expect(sources.length).toBeGreaterThan(25)
  expect(naming(/\b(?:fields|form|values|data|checked|savedDocumentData)(?:\?\.)?\['(?!id')(\w+)'\]/g)).toEqual([])
  expect(naming(/data-of='(\w+)'/g)).toEqual([])
})

test('no document and none of its states is named', () => {
  const slugs = Object.keys(documentKinds)
  const states = Object.values(documentKinds).flatMap(({ states }) => Object.keys(states))
  const named = new Set([...slugs, ...states])
  const quoted = sources.flatMap(({ file, text }) => [...text.matchAll(/'([\w-]+)'/g)].map(([, word]) => ({ file, word: word ?? '' })))
  expect(quoted.filter(({ word }) => named.has(word))).toEqual([])
})
