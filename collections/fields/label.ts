/** A text on screen in both languages. */
export type Label = { zh: string; en: string }

type Mergeable = { admin?: object; custom?: object; access?: object; hooks?: object }

/** A field with the caller's overrides laid over it; `admin`, `custom` and `access` are merged instead of replaced. */
export function withOverrides<F extends object>(base: F & Mergeable, overrides: Partial<F> & Mergeable = {}): F {
  const merged: Mergeable = { ...base, ...overrides }
  for (const key of ['admin', 'custom', 'access', 'hooks'] as const) {
    if (base[key] && overrides[key]) merged[key] = { ...base[key], ...overrides[key] }
  }
  return merged as F
}
