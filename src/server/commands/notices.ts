import { writeFileSync } from 'node:fs'

import { readRelease } from './check/readRelease'
import { noticesOf } from './check/release'
import { helpWanted } from './terminal'

helpWanted(`npm run notices

Writes THIRD-PARTY-NOTICES from package-lock.json: every package that is delivered, its version and its licence. The texts of the
licences come with the packages.`)

writeFileSync('THIRD-PARTY-NOTICES', noticesOf(readRelease().lock.packages))
