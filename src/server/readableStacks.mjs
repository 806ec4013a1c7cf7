import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { install } from 'source-map-support'

/**
 * Stacks of what was compiled into `folder` name the sources. A map is read when a stack that needs it is told: Node's own switch reads the maps of every package
 * there is, at the start, and keeps them (170 MB and a second of the processor).
 */
export function readableStacks(folder) {
  install({
    environment: 'node',
    handleUncaughtExceptions: false,
    overrideRetrieveSourceMap: true,
    retrieveSourceMap: (source) => {
      const file = source.startsWith('file:') ? fileURLToPath(source) : source
      const map = `${file}.map`
      return path.dirname(file) === folder && existsSync(map) ? { url: map, map: readFileSync(map, 'utf8') } : null
    },
  })
}
