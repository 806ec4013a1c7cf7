import { readRelease } from './check/readRelease'
import { releaseProblems } from './check/release'

/** Whether the version in package.json may be tagged: its section of the changelog, one version in both files, fresh notices. */
const release = readRelease()
const problems = releaseProblems(release)
console.log(`version ${release.version}: ${problems.length === 0 ? 'may be tagged' : problems.join('\n')}`)
process.exit(problems.length === 0 ? 0 : 1)
