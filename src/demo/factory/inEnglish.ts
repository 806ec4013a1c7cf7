/** What they are called on sheets in English; sizes stay. */
const english: ReadonlyArray<readonly [string, string]> = [
  ['平面撞钉', 'Flat stud'],
  ['蘑菇撞钉', 'Mushroom stud'],
  ['钻石面撞钉', 'Diamond-cut stud'],
  ['空心铆钉', 'Hollow rivet'],
  ['锥形铆钉', 'Cone rivet'],
  ['大头四合扣', 'Large-head snap'],
  ['四合扣', 'Snap fastener'],
  ['工字扣', 'Jeans button'],
  ['环形', 'ring'],
  ['弹簧', 'spring'],
  ['喷漆', 'painted'],
  ['珍珠面', 'pearl'],
  ['固定脚', 'fixed'],
  ['摇头', 'swivel'],
  ['镂空', 'openwork'],
  ['刻字', 'engraved'],
]
export const inEnglish = (name: string): string => english.reduce((said, [zh, en]) => said.replace(zh, en), name)
