import { describe, expect, test } from '@jest/globals'

import { describeDrawing } from './describeDrawing'
import type { DrawingKind } from './recognizeDrawing'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

const mesh = (triangles: number): Uint8Array => {
  const data = new Uint8Array(84 + 50 * triangles)
  new DataView(data.buffer).setUint32(80, triangles, true)
  return data
}

const card = (content: string): string => `${content.padEnd(72)}G      1\n`

describe('what a reader should know before he opens a drawing', () => {
  test.each<[string, DrawingKind['ext'], Uint8Array, string]>([
    ['DWG 2018', 'dwg', text('AC1032\0\0'), 'AutoCAD 2018 (AC1032)'],
    ['DWG 2000', 'dwg', text('AC1015\0\0'), 'AutoCAD 2000 (AC1015)'],
    ['a DWG newer than this table', 'dwg', text('AC1099\0\0'), 'AC1099'],
    ['DXF 2007', 'dxf', text('  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1021\n'), 'AutoCAD 2007 (AC1021)'],
    ['DXF without a header', 'dxf', text('  0\nSECTION\n  2\nENTITIES\n'), 'AutoCAD R12'],
    ['binary DXF', 'dxf', text('AutoCAD Binary DXF\r\n\u001a\0\u0009$ACADVER\0\u0001AC1009\0'), 'AutoCAD R11/R12 (AC1009), binary'],
    ['STEP AP203', 'step', text(`FILE_SCHEMA(('CONFIG_CONTROL_DESIGN'));`), 'AP203'],
    ['STEP AP214', 'step', text(`FILE_SCHEMA (('AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }'));`), 'AP214'],
    ['STEP AP242', 'step', text(`FILE_SCHEMA(('AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF'));`), 'AP242'],
    ['STEP of another schema', 'step', text(`FILE_SCHEMA(('GEOMETRY_ONLY'));`), 'GEOMETRY_ONLY'],
    ['text STL', 'stl', text('solid a\nfacet normal 0 0 1\nendfacet\nfacet normal 1 0 0\nendfacet\nendsolid'), 'text, 2 triangles'],
    ['binary STL', 'stl', mesh(728), 'binary, 728 triangles'],
    [
      'IGES 5.3, with a comma inside a string',
      'igs',
      text(
        `${'1H,,1H;'.padEnd(72)}S      1\n${card('1H,,1H;,4Ha,b;,4Hname,3Hsys,3Hpre,32,38,6,308,15,4Hname,1.,2,2HMM,1,0.,')}${card('15H20260101.000000,1.E-6,100.,2Hme,2Hus,11,0,15H20260101.000000;')}`,
      ),
      'IGES 5.3',
    ],
    ['IGES whose header is cut', 'igs', text(card('1H,,1H;,4H')), 'IGES'],
    ['PDF', 'pdf', text('%PDF-1.7\n'), 'PDF 1.7'],
  ])('%s', (_name, ext, bytes, expected) => expect(describeDrawing(bytes, ext)).toBe(expected))
})
