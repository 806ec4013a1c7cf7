import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

/** Colours of the platform that are too pale for text on its grounds (less than 4.5 : 1), light or dark. */
const pale =
  /(?:^|[\s;{])color:\s*var\(--theme-(?:elevation-(?:100|150|200|250|300|350|400|450|500)|(?:error|warning|success)-(?:100|150|200|250|300|350|400|450|500))\)/

test('no text of a style sheet of ours is paler than can be read', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(10)
  const found = sheets.flatMap((name) =>
    readFileSync(path.join('src', name), 'utf8')
      .split('\n')
      .flatMap((line, index) => (pale.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
