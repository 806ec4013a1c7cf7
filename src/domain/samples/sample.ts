import type { SampleFeature } from './features'
import type { SampleStatus } from './sampleSteps'

/** 样板资料: from the customer's wish to the formal item. */
export type Sample = {
  id: number
  no: string
  date: string
  version: number
  status: SampleStatus
  preparedBy: number | null
  customer: number
  salesperson: number | null
  department: number | null
  engineer?: number | null
  name: string
  category: number | null
  unit: string
  features: SampleFeature[]
  bomReference?: string | null
  drawings?: number[] | null
  pictures?: number[] | null
  approvalPictures?: number[] | null
  item: number | null
  formalItem?: number | null
  waiver?: string | null
}
