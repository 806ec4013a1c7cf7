import type { DrawingKind } from './recognizeDrawing'

type Bytes = Uint8Array

const latin = new TextDecoder('latin1')
const start = (bytes: Bytes, length: number): string => latin.decode(bytes.subarray(0, length))

/** The release of AutoCAD that a drawing's version mark stands for (DWG header, `$ACADVER` of DXF). */
const releases: Readonly<Record<string, string>> = {
  'AC1.40': '1.4',
  'AC1.50': '2.05',
  'AC2.10': '2.1',
  AC1002: '2.5',
  AC1003: '2.6',
  AC1004: 'R9',
  AC1006: 'R10',
  AC1009: 'R11/R12',
  AC1012: 'R13',
  AC1014: 'R14',
  AC1015: '2000',
  AC1018: '2004',
  AC1021: '2007',
  AC1024: '2010',
  AC1027: '2013',
  AC1032: '2018',
}

const release = (mark: string): string => (releases[mark] ? `AutoCAD ${releases[mark]} (${mark})` : mark)

/** $ACADVER stands in the HEADER section, text or binary; files of R12 and before may do without. */
const ofDxf = (bytes: Bytes): string => {
  const mark = /\$ACADVER[\s\S]{1,24}?(AC\d{4})/.exec(start(bytes, 8192))?.[1]
  const binary = start(bytes, 22).startsWith('AutoCAD Binary DXF') ? ', binary' : ''
  return `${mark ? release(mark) : 'AutoCAD R12'}${binary}`
}

const protocols: ReadonlyArray<[RegExp, string]> = [
  [/AP203|CONFIG(?:URATION)?_CONTROL/i, 'AP203'],
  [/AP242|MANAGED_MODEL_BASED/i, 'AP242'],
  [/AUTOMOTIVE_DESIGN|AP214/i, 'AP214'],
]

const ofStep = (bytes: Bytes): string => {
  const schema = /FILE_SCHEMA\s*\(\s*\(\s*'([^']*)'/.exec(start(bytes, 65_536))?.[1]?.trim() ?? ''
  return protocols.find(([pattern]) => pattern.test(schema))?.[1] ?? schema.slice(0, 60)
}

const triangles = (bytes: Bytes): number => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(80, true)

const ofStl = (bytes: Bytes): string => {
  const binary = bytes.length >= 84 && bytes.length === 84 + 50 * triangles(bytes)
  const count = binary ? triangles(bytes) : (latin.decode(bytes).match(/\bendfacet\b/g)?.length ?? 0)
  return `${binary ? 'binary' : 'text'}, ${count} triangles`
}

/** The Global section is a list of Hollerith strings (`5HHello`) and numbers; its 23rd entry is the version of the standard. */
function ofIges(bytes: Bytes): string {
  const cards = start(bytes, 65_536).split(/\r?\n/)
  const section = cards
    .filter((card) => card[72] === 'G')
    .map((card) => card.slice(0, 72))
    .join('')
  const entries: string[] = []
  for (let at = 0; at < section.length && entries.length < 23;) {
    const held = /^\s*(\d+)H/.exec(section.slice(at, at + 12))
    const end = held ? at + held[0].length + Number(held[1]) : at
    const next = [section.indexOf(',', end), section.indexOf(';', end)].filter((place) => place >= 0)
    const stop = next.length > 0 ? Math.min(...next) : section.length
    entries.push(section.slice(at, stop).trim())
    at = stop + 1
  }
  const versions: Readonly<Record<string, string>> = { '8': '5.0', '9': '5.1', '10': '5.2', '11': '5.3' }
  const known = versions[entries[22] ?? '']
  return known ? `IGES ${known}` : 'IGES'
}

const ofPdf = (bytes: Bytes): string => `PDF ${/%PDF-(\d\.\d)/.exec(start(bytes, 16))?.[1] ?? ''}`.trim()

/**
 * What a reader must know before he opens a drawing: the release that wrote a DWG or DXF, the protocol of a STEP file, the size of
 * a mesh. Read from the bytes, like its kind.
 */
export function describeDrawing(bytes: Bytes, ext: DrawingKind['ext']): string {
  if (ext === 'dwg') return release(start(bytes, 6))
  if (ext === 'dxf') return ofDxf(bytes)
  if (ext === 'step') return ofStep(bytes)
  if (ext === 'stl') return ofStl(bytes)
  return ext === 'igs' ? ofIges(bytes) : ofPdf(bytes)
}
