import type { CreditGradeStatus } from './creditGradeSteps'
import type { RatingGrade, RatingStep } from './rating'

/** 信用评级: a customer's grade proposed from twelve months, with its arithmetic. */
export type CreditGrade = {
  status: CreditGradeStatus
  customer: number
  grade: RatingGrade | null
  currentGrade?: RatingGrade | null
  proposedLimit: number | null
  arithmetic?: RatingStep[] | null
}
