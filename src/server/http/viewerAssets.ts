import { createRequire } from 'node:module'
import path from 'node:path'

import { type RequestHandler, Router } from 'express'

const from = createRequire(path.join(process.cwd(), 'package.json'))
const fonts = path.dirname(from.resolve('@expo-google-fonts/noto-sans-sc/package.json'))

/** What the previews of drawings load while they run: the reader of STEP and IGES, and a font that knows Chinese. */
const assets: Readonly<Record<string, string>> = {
  'occt-import-js.wasm': from.resolve('occt-import-js/dist/occt-import-js.wasm'),
  'sans.ttf': path.join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf'),
}

/** Two large files of npm packages that never change between releases; browsers keep them for a week. */
export function viewerAssets(): RequestHandler {
  const router = Router()
  for (const [name, file] of Object.entries(assets)) router.get(`/${name}`, (_req, res) => res.sendFile(file, { maxAge: '7d' }))
  return router
}
