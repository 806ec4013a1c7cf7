import { packageProblems } from './check/packageProblems'
import { readRelease } from './check/readRelease'

/** Licences and known problems of the packages of others, by what is known without asking anybody. */
const { problems, accepted, looked } = packageProblems(readRelease().lock.packages)
console.log(`packages: ${looked}, problems ${problems.length}, accepted ${accepted.length}`)
for (const problem of problems) console.log(problem)
process.exit(problems.length === 0 ? 0 : 1)
