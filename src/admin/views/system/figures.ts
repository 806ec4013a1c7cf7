const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** 1234567 → 1.2 MB. */
export function amountOfBytes(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`
}

const steps = [
  { from: 86_400, zh: '天', en: 'd' },
  { from: 3600, zh: '小时', en: 'h' },
  { from: 60, zh: '分钟', en: 'min' },
  { from: 0, zh: '秒', en: 's' },
] as const

/** 7300 seconds → 2 小时, 2 h: the largest unit that is full. */
export function duration(seconds: number, language: 'zh' | 'en'): string {
  const step = steps.find(({ from }) => seconds >= from) ?? steps[3]
  return `${Math.floor(seconds / Math.max(1, step.from))} ${step[language]}`
}
