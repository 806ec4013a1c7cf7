import { readFileSync, writeFileSync } from 'node:fs'

import { readRelease } from './check/readRelease'
import { noticesOf, releasedChangelog, releaseProblems } from './check/release'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run release -- <version> <day>

Makes the tree ready to be tagged: what stands under Unreleased in CHANGELOG.md becomes the section of the version, package.json and the
lock file say its number, THIRD-PARTY-NOTICES is written anew. Commits and tags nothing.

    npm run release -- 0.1.0 2026-11-30`)

const [version = '', day = '', ...rest] = process.argv.slice(2)
if (!/^\d+\.\d+\.\d+$/.test(version) || !/^\d{4}-\d{2}-\d{2}$/.test(day) || rest.length > 0)
  stopWith('Name the version and its day: npm run release -- 0.1.0 2026-11-30')

const { version: former, changelog, lock } = readRelease()

/** The first mention of the number in a package file is that of the house; the lock file has it once more for the root package. */
function number(file: string, times: number): void {
  let text = readFileSync(file, 'utf8')
  let from = 0
  for (let nth = 0; nth < times; nth += 1) {
    const at = text.indexOf(`"version": "${former}"`, from)
    if (at < 0) stopWith(`${file} does not say ${former} as package.json does`)
    text = `${text.slice(0, at)}"version": "${version}"${text.slice(at + `"version": "${former}"`.length)}`
    from = at + 1
  }
  writeFileSync(file, text)
}

number('package.json', 1)
number('package-lock.json', 2)
writeFileSync('CHANGELOG.md', releasedChangelog({ changelog, version, day }))
writeFileSync('THIRD-PARTY-NOTICES', noticesOf(lock.packages))
const problems = releaseProblems(readRelease())
process.stdout.write(`${problems.length === 0 ? `${version} may be tagged` : problems.join('\n')}\n`)
