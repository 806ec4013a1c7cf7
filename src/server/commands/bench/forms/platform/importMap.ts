import { generateImportMap } from 'payload'

/** Run in the copy: the import map names what the platform's own forms need. */
const { default: configuration } = await import('@payload-config')
await generateImportMap(await configuration, { log: false, force: true })
process.exit(0)
