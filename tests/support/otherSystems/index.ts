import { businessOne } from './businessOne'
import { erpNext } from './erpNext'
import { quickBooks } from './quickBooks'
import type { Leaving } from './leaving'
import { u8Reports } from './u8Reports'

/** Companies as the exports and reports of their systems show them, made up, with what they come to. */
export const otherSystems = async (): Promise<Leaving[]> => [businessOne(), erpNext(), await quickBooks(), await u8Reports()]
