/** What a drawing file is, told from its bytes; the name plays no part. */
export type DrawingKind = { ext: 'dwg' | 'dxf' | 'step' | 'igs' | 'stl' | 'pdf'; mime: string }

type Bytes = Uint8Array

const ascii = (bytes: Bytes, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

/** Leading byte order mark and blank space, which text exports may begin with. */
const textFrom = (bytes: Bytes, length: number): string =>
  ascii(bytes, 0, length).replace(/^(?:\u00ef\u00bb\u00bf)?\s+|^\u00ef\u00bb\u00bf/, '')

const isDwg = (bytes: Bytes): boolean => /^AC(?:1\.[24]\d|10\d\d|2\.10)/.test(ascii(bytes, 0, 6))

const isPdf = (bytes: Bytes): boolean => ascii(bytes, 0, 5) === '%PDF-'

const isStep = (bytes: Bytes): boolean => textFrom(bytes, 256).startsWith('ISO-10303-21;')

/** IGES is made of 80-column cards; the first is of the Start section: an S in column 73 and sequence number 1. */
const isIges = (bytes: Bytes): boolean => /^.{72}S\s*0*1\s*$/.test(ascii(bytes, 0, 82).split(/\r?\n/)[0] ?? '')

/** Text DXF: pairs of group code and value, opening (after comments, code 999) with 0 / SECTION. */
function isTextDxf(bytes: Bytes): boolean {
  const rows = textFrom(bytes, 4096)
    .split(/\r\n|\n|\r/)
    .map((row) => row.trim())
  let at = 0
  while (rows[at] === '999') at += 2
  return rows[at] === '0' && (rows[at + 1] === 'SECTION' || rows[at + 1] === 'EOF')
}

const isBinaryDxf = (bytes: Bytes): boolean => ascii(bytes, 0, 22) === 'AutoCAD Binary DXF\r\n\u001a\u0000'

/** Binary STL has no magic: 80 bytes of header, the number of triangles, then exactly 50 bytes for each. */
function isBinaryStl(bytes: Bytes): boolean {
  if (bytes.length < 84) return false
  const triangles = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(80, true)
  return triangles > 0 && bytes.length === 84 + 50 * triangles
}

const isTextStl = (bytes: Bytes): boolean => {
  const head = textFrom(bytes, 2048)
  return /^solid\b/.test(head) && /\bfacet\s+normal\b/.test(head)
}

const kinds: ReadonlyArray<{ is: (bytes: Bytes) => boolean; kind: DrawingKind }> = [
  { is: isDwg, kind: { ext: 'dwg', mime: 'image/vnd.dwg' } },
  { is: isPdf, kind: { ext: 'pdf', mime: 'application/pdf' } },
  { is: isStep, kind: { ext: 'step', mime: 'model/step' } },
  { is: isBinaryDxf, kind: { ext: 'dxf', mime: 'image/vnd.dxf' } },
  { is: isTextStl, kind: { ext: 'stl', mime: 'model/stl' } },
  { is: isBinaryStl, kind: { ext: 'stl', mime: 'model/stl' } },
  { is: isIges, kind: { ext: 'igs', mime: 'model/iges' } },
  { is: isTextDxf, kind: { ext: 'dxf', mime: 'image/vnd.dxf' } },
]

/** DWG, DXF (text or binary), STEP, IGES, STL (text or binary) or PDF; undefined for anything else. */
export const recognizeDrawing = (bytes: Bytes): DrawingKind | undefined => kinds.find(({ is }) => is(bytes))?.kind
