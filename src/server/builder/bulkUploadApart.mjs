/** The parts of a source the frame does without, and what stands in their place. */
const apart = [
  [/import \{ AddFilesView \} from '[^']+';/, ''],
  [/import \{ AddingFilesView \} from '[^']+';/, ''],
  [/import \{ FormsManagerProvider, useFormsManager \} from '[^']+';/, ''],
  [/function DrawerContent\(\) \{[^]*?\n\}\n(?=export function BulkUploadDrawer)/, ''],
  [
    /_jsx\(FormsManagerProvider, \{\s+children: _jsx\(UploadControlsProvider, \{[^]*?_jsx\(DrawerContent, \{\}\)\s+\}\)\s+\}\)\s+\}\)/,
    '_jsx(Opened, {})',
  ],
]

const opened = `
const Whole = dynamic(async () => (await import('./index.js?opened')).Opened)
const Opened = () => _jsx(React.Suspense, { fallback: null, children: _jsx(Whole, {}) })`

/**
 * A loader of the builder: the frame of the platform carries the drawer in which many files are sent at once, with every field a form may have. It is
 * loaded when it opens (`?opened`); what the drawer and the pages share stays where it was.
 */
export default function bulkUploadApart(source) {
  const missing = apart.filter(([part]) => !part.test(source))
  if (missing.length > 0) throw new Error(`${this.resourcePath} is made otherwise: ${missing.map(([part]) => part).join(' ')}`)
  if (this.resourceQuery === '?opened') {
    const content = apart[3][0].exec(source)[0]
    const drawn = apart[4][0].exec(source)[0]
    const imports = source.split('\n').filter((line) => line.startsWith('import '))
    return [`'use client'`, ...imports, `import { useBulkUpload } from './index.js'`, content, `export const Opened = () => ${drawn}`].join(
      '\n',
    )
  }
  const without = apart.reduce((text, [part, instead]) => text.replace(part, instead), source)
  return without.replace(/(import React[^\n]*\n)/, `$1import dynamic from 'next/dynamic';\n`) + opened
}
