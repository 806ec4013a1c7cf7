import { d } from '../kernel/decimal'
import { ratingGrades, type RatingRule, ratingRule } from './rating'

type Fields = Record<string, unknown>

/** The weights as the credit settings hold them; what is not set is as in F9. */
export function ratingRuleOf(settings: Fields): RatingRule {
  const figure = (name: string, otherwise: RatingRule['target']): RatingRule['target'] =>
    settings[name] === null || settings[name] === undefined ? otherwise : d(settings[name] as number)
  const factors = ratingGrades.map((grade) => [grade, figure(`ratingFactor${grade}`, ratingRule.factor[grade])])
  const from = (['AAA', 'AA', 'A', 'B'] as const).map((grade) => [grade, figure(`ratingFrom${grade}`, ratingRule.from[grade])])
  return {
    target: figure('ratingTarget', ratingRule.target),
    volume: figure('ratingVolume', ratingRule.volume),
    payment: figure('ratingPayment', ratingRule.payment),
    returns: figure('ratingReturns', ratingRule.returns),
    delay: figure('ratingDelay', ratingRule.delay),
    returnRate: figure('ratingReturnRate', ratingRule.returnRate),
    factor: Object.fromEntries(factors) as RatingRule['factor'],
    from: Object.fromEntries(from) as RatingRule['from'],
  }
}
