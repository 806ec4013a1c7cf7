import { houseChangeKind } from '@/src/domain/control/houseChangeKind'

/** Who proposes a change of rights or settings, and who confirms one; never both of one change. */
export const confirmers = houseChangeKind.editors
