import { describe, expect, test } from '@jest/globals'

import { storedName } from './acceptFile'
import { recognizeDrawing } from './recognizeDrawing'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

const binaryStl = (triangles: number, bytes = 84 + 50 * triangles): Uint8Array => {
  const data = new Uint8Array(bytes)
  new DataView(data.buffer).setUint32(80, triangles, true)
  return data
}

const igesCard = `${'1H,,1H;'.padEnd(72)}S      1\n`

describe('a drawing is what its bytes say', () => {
  test.each([
    ['DWG of 2018', text('AC1032\0\0\0\0\0'), 'dwg'],
    ['DWG of release 10', text('AC1006\0\0\0\0\0'), 'dwg'],
    ['text DXF with Windows line ends', text('  0\r\nSECTION\r\n  2\r\nHEADER\r\n'), 'dxf'],
    ['text DXF after a comment', text('999\nmade by a tool\n  0\nSECTION\n'), 'dxf'],
    ['binary DXF', text('AutoCAD Binary DXF\r\n\u001a\0rest'), 'dxf'],
    ['STEP', text('ISO-10303-21;\nHEADER;\n'), 'step'],
    ['STEP after a byte order mark', text('\ufeffISO-10303-21;'), 'step'],
    ['IGES', text(igesCard), 'igs'],
    ['text STL', text('solid cube\n facet normal 0 0 1\n'), 'stl'],
    ['binary STL', binaryStl(2), 'stl'],
    ['PDF', text('%PDF-1.7\n'), 'pdf'],
  ])('%s', (_name, bytes, ext) => {
    expect(recognizeDrawing(bytes)?.ext).toBe(ext)
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['a web page', text('<html><script>alert(1)</script>')],
    ['a program', text('MZ\u0090\0\u0003')],
    ['a text that starts with solid', text('solid advice for newcomers')],
    ['bytes of the wrong length for their triangle count', binaryStl(2, 200)],
    ['plain text', text('0\nsection of a letter')],
    ['a truncated DWG mark', text('AC10')],
  ])('not a drawing: %s', (_name, bytes) => {
    expect(recognizeDrawing(bytes)).toBeUndefined()
  })
})

describe('the name a file is kept under', () => {
  test('keeps Chinese, loses folders and signs, ends as its content says', () => {
    expect(storedName('头部 图纸(2).html', 'dwg')).toBe('头部-图纸-2.dwg')
    expect(storedName('..\\..\\etc/passwd', 'pdf')).toBe('passwd.pdf')
    expect(storedName('.htaccess', 'png')).toBe('file.png')
    expect([...storedName('长'.repeat(300), 'png')].length).toBe(84)
  })
})
