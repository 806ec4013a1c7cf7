import { describe, expect, test } from '@jest/globals'

import { encodingOfDxf, previewOf, spokenSize } from './attachedFile'

describe('how a file is shown', () => {
  test.each([
    ['pictures', '照片.tiff', undefined, 'picture'],
    ['drawings', '头部.dxf', 'AutoCAD 2007 (AC1021)', 'dxf'],
    ['drawings', 'old.dxf', 'AutoCAD R11/R12 (AC1009), binary', 'none'],
    ['drawings', 'part.step', 'AP214', 'model'],
    ['drawings', 'part.stl', 'binary, 728 triangles', 'model'],
    ['drawings', 'cube.igs', 'IGES 5.3', 'model'],
    ['drawings', 'sheet.PDF', 'PDF 1.5', 'pdf'],
    ['drawings', 'sheet.dwg', 'AutoCAD 2018 (AC1032)', 'none'],
  ] as const)('%s %s %s: %s', (kind, filename, detail, expected) => {
    expect(previewOf({ kind, filename, ...(detail ? { detail } : {}) })).toBe(expected)
  })
})

describe('the encoding of a DXF', () => {
  const header = (version: string, page: string): Uint8Array =>
    new TextEncoder().encode(`  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\n${version}\n  9\n$DWGCODEPAGE\n  3\n${page}\n`)
  test.each([
    ['AC1015', 'ANSI_936', 'gb18030'],
    ['AC1015', 'ansi_950', 'big5'],
    ['AC1021', 'ANSI_936', 'utf-8'],
    ['AC1009', 'unheard-of', 'utf-8'],
  ])('%s %s: %s', (version, page, expected) => expect(encodingOfDxf(header(version, page))).toBe(expected))
  test('without a header it is read as UTF-8', () => expect(encodingOfDxf(new Uint8Array())).toBe('utf-8'))
})

test.each([
  [35, '35 B'],
  [1025, '2 kB'],
  [1_468_006, '1.4 MB'],
  [52_428_800, '50 MB'],
])('%d bytes are %s', (bytes, told) => expect(spokenSize(bytes)).toBe(told))
