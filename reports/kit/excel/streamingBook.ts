import type { Writable } from 'node:stream'

import type { stream, Style } from 'exceljs'

import { SheetStream } from './sheetStream'

/** The inside of ExcelJS 4.4's streaming writer that we rely on; the package is pinned to that version, the spec opens the result. */
type Inside = {
  zip: { append: (content: unknown, entry: { name: string }) => unknown; on: (event: string, listener: (error: Error) => void) => void }
  media: { name: string }[]
  addImage: (image: { buffer: Buffer; extension: 'png' }) => number
  styles: { addStyleModel: (style: CellStyle) => number }
  _openStream: (path: string) => SheetStream
}
type SheetInside = {
  id: number
  stream: SheetStream
  _rowZero: number
  _sheetRelsWriter: { addRelationship: (relation: { Type: string; Target: string }) => string }
  _writeLegacyData: () => void
}

const insideOf = (sheet: Sheet): SheetInside => sheet as unknown as SheetInside

type CellStyle = Pick<Partial<Style>, 'numFmt' | 'alignment'>

export type Sheet = ReturnType<stream.xlsx.WorkbookWriter['addWorksheet']>
export type Picture = { png: Buffer; width: number; height: number }

const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const drawingPart = '/xl/drawings/drawing1.xml'
const drawingType = 'application/vnd.openxmlformats-officedocument.drawing+xml'
const emuPerPixel = 9525

/**
 * ExcelJS's streaming writer with three things it lacks: a brake when the reader is slow, one picture, and rows that need no object per cell. Its streaming sheets know
 * no pictures, so the drawing's three parts are added to the archive here.
 */
export async function streamingBook(out: Writable): Promise<{
  book: stream.xlsx.WorkbookWriter
  /** Resolves when the reader has taken enough to go on; throws when he has gone. */
  room: (sheet: Sheet) => Promise<void>
  placePicture: (sheet: Sheet, picture: Picture, at: { column: number; row: number }) => void
  /** The number a style has in the book, for rows that are written as XML. */
  styleNumber: (style: CellStyle) => number
  /** Writes finished rows where the sheet stands; `next` is the number of the row after them. At least one row was added and committed before. */
  writeRows: (sheet: Sheet, xml: string, next: number) => void
}> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 4 } },
  })
  const inside = book as unknown as Inside
  inside._openStream = (path) => {
    const stream = new SheetStream()
    inside.zip.append(stream, { name: path })
    stream.on('finish', () => stream.emit('zipped'))
    return stream
  }
  return {
    book,
    room: (sheet) => drained(insideOf(sheet).stream, out),
    placePicture: (sheet, picture, at) => addDrawing({ inside, sheet: insideOf(sheet), picture, at }),
    styleNumber: (style) => inside.styles.addStyleModel(style),
    writeRows: (sheet, xml, next) => {
      const within = insideOf(sheet)
      within.stream.write(xml)
      within._rowZero = next
    },
  }
}

async function drained(stream: SheetStream, out: Writable): Promise<void> {
  if (out.destroyed) throw new Error('The reader of the workbook has gone')
  if (!stream.writableNeedDrain) return
  await new Promise<void>((resolve, reject) => {
    const gone = () => settle(() => reject(new Error('The reader of the workbook has gone')))
    const ready = () => settle(resolve)
    const settle = (then: () => void) => {
      stream.off('drain', ready)
      out.off('close', gone)
      then()
    }
    stream.on('drain', ready)
    out.on('close', gone)
  })
}

function addDrawing({
  inside,
  sheet,
  picture,
  at,
}: {
  inside: Inside
  sheet: SheetInside
  picture: Picture
  at: { column: number; row: number }
}): void {
  const image = inside.media[inside.addImage({ buffer: picture.png, extension: 'png' })]
  const append = inside.zip.append.bind(inside.zip)
  append(drawingXml(picture, at), { name: drawingPart })
  append(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeRelation}/image" Target="../media/${String(image?.name)}"/></Relationships>`,
    { name: '/xl/drawings/_rels/drawing1.xml.rels' },
  )
  inside.zip.append = (content, entry) => {
    if (entry.name !== '[Content_Types].xml') return append(content, entry)
    const declared = `<Override PartName="${drawingPart}" ContentType="${drawingType}"/></Types>`
    return append(String(content).replace('</Types>', declared), entry)
  }
  const writeLegacyData = sheet._writeLegacyData.bind(sheet)
  sheet._writeLegacyData = () => {
    // the schema wants <drawing> right here, before the comments
    const id = sheet._sheetRelsWriter.addRelationship({ Type: `${officeRelation}/drawing`, Target: '../drawings/drawing1.xml' })
    sheet.stream.write(`<drawing r:id="${id}"/>`)
    writeLegacyData()
  }
}

const drawingXml = ({ width, height }: Picture, { column, row }: { column: number; row: number }): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${width * emuPerPixel}" cy="${height * emuPerPixel}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Picture 1" descr="chart"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${officeRelation}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width * emuPerPixel}" cy="${height * emuPerPixel}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`
