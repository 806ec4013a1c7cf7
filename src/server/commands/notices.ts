import { readFileSync, writeFileSync } from 'node:fs'

import { helpWanted } from './terminal'

helpWanted(`npm run notices

Writes THIRD-PARTY-NOTICES from package-lock.json: every package that is delivered, its version and its licence. The texts of the
licences come with the packages.`)

type Locked = { version?: string; license?: string; dev?: boolean; link?: boolean }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }

const lines = Object.entries(packages)
  .filter(([path, { dev, link }]) => path.startsWith('node_modules/') && !dev && !link)
  .map(([path, { version = '', license = 'see the package' }]) => `${path.replace(/^.*node_modules\//, '')} ${version} ${license}`)
const listed = [...new Set(lines)].sort()

const head = `This product is delivered with the following packages of others. Each comes with the text of its licence in its own folder
under node_modules. Written from package-lock.json by \`npm run notices\`.
`
writeFileSync('THIRD-PARTY-NOTICES', `${head}\n${listed.join('\n')}\n`)
console.log(`${listed.length} packages`)
