import sharp from 'sharp'

import type { StoryFile } from '../stage'

/** A button as seen from above: drawn, so that the demonstration carries nobody's photograph. */
export async function demoPicture(name: string, colour: string): Promise<StoryFile> {
  const rings = [200, 168, 120, 60].map(
    (radius, at) => `<circle cx="320" cy="240" r="${radius}" fill="url(#g)" opacity="${1 - at * 0.12}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><defs><radialGradient id="g" cx="0.38" cy="0.32" r="0.8">
    <stop offset="0" stop-color="#ffffff"/><stop offset="0.35" stop-color="${colour}"/><stop offset="1" stop-color="#1c1c1c"/></radialGradient></defs>
    <rect width="640" height="480" fill="#f2f0ec"/>${rings.join('')}</svg>`
  const data = await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()
  return { name: `${name.replace(/\s+/g, '-')}.jpg`, mimetype: 'image/jpeg', data }
}

/** A plain DXF: the head as a circle, its thickness as a rectangle beside it. */
export function demoDrawing(no: string): StoryFile {
  const circle = (radius: number): string[] => ['0', 'CIRCLE', '8', '0', '10', '0.0', '20', '0.0', '30', '0.0', '40', radius.toFixed(2)]
  const line = (x1: number, y1: number, x2: number, y2: number): string[] =>
    ['0', 'LINE', '8', '0', '10', x1, '20', y1, '30', 0, '11', x2, '21', y2, '31', 0].map(String)
  const side = [line(15, -8, 19, -8), line(19, -8, 19, 8), line(19, 8, 15, 8), line(15, 8, 15, -8)].flat()
  const entities = [...circle(8), ...circle(6.5), ...circle(2), ...side]
  const head = ['0', 'SECTION', '2', 'HEADER', '9', '$ACADVER', '1', 'AC1015', '0', 'ENDSEC', '0', 'SECTION', '2', 'ENTITIES']
  const text = [...head, ...entities, '0', 'ENDSEC', '0', 'EOF', '']
  return { name: `${no}.dxf`, mimetype: 'image/vnd.dxf', data: Buffer.from(text.join('\n')) }
}
