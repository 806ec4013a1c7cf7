import { createRequire } from 'node:module'
import path from 'node:path'

import { type RequestHandler, Router } from 'express'

const from = createRequire(path.join(process.cwd(), 'package.json'))
const fonts = path.dirname(from.resolve('@expo-google-fonts/noto-sans-sc/package.json'))

/** What the previews of drawings load while they run: the reader of STEP and IGES, and a font that knows Chinese. */
const assets: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['occt-import-js-worker.js', 'occt-import-js.js', 'occt-import-js.wasm'].map((name) => [
      name,
      from.resolve(`occt-import-js/dist/${name}`),
    ]),
  ),
  'sans.ttf': path.join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf'),
}

/**
 * A worker obeys the policy its own script comes with. The reader of STEP and IGES builds functions from text, which no page of ours
 * may; its worker may, and may reach nothing but this server.
 */
const policy = "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self'"

/** Files of npm packages that change with releases only; browsers keep them for a week. */
export function viewerAssets(): RequestHandler {
  const router = Router()
  for (const [name, file] of Object.entries(assets))
    router.get(`/${name}`, (_req, res) => res.set('Content-Security-Policy', policy).sendFile(file, { maxAge: '7d' }))
  return router
}
