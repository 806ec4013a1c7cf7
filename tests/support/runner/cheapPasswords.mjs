import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Deriving a password takes 600,000 rounds, so that nobody guesses one; the tests set and check thousands, and did little else. In their
 * own processes a thousandth of the rounds does. Programs that tests start spend what they always spend.
 */
const derive = crypto.pbkdf2
crypto.pbkdf2 = (password, salt, rounds, ...rest) => derive(password, salt, Math.ceil(rounds / 1000), ...rest)
syncBuiltinESMExports()
