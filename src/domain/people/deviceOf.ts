const programs: ReadonlyArray<[RegExp, string]> = [
  [/MicroMessenger/i, 'WeChat'],
  [/wxwork/i, 'WeCom'],
  [/DingTalk/i, 'DingTalk'],
  [/Lark|Feishu/i, 'Feishu'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: ReadonlyArray<[RegExp, string]> = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad|iOS/, 'iOS'],
  [/Android/, 'Android'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** A program as people know it: `Chrome · Windows`; what calls itself otherwise, by the first word it says. */
export function deviceOf(agent: string): string {
  const named = (list: typeof programs): string | undefined => list.find(([pattern]) => pattern.test(agent))?.[1]
  const told = [named(programs), named(systems)].filter(Boolean).join(' · ')
  return told || (agent.split(/[\s/]/)[0] ?? '').slice(0, 40)
}

/** Where a line of the log came from, as people know it: `203.0.113.7 · Chrome · Windows`. */
export function clientWords(client: string): string {
  const [first = '', ...rest] = client.split(' ')
  const isAddress = /^[\d.]+$|^[\da-f:.]*:[\da-f:.]*$/i.test(first)
  const agent = isAddress ? rest.join(' ') : client
  return [isAddress ? first : '', agent ? deviceOf(agent) : ''].filter(Boolean).join(' · ')
}
