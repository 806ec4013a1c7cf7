import type { Story } from '../stage'
import { listRates, meetCustomers, setPrices } from './customers'
import { fillWarehouses, stockShelves } from './goods'
import { tellOrders } from './orders'
import { enterPeople, setPriceRules, setRules } from './people'
import { tellPrices } from './prices'
import { tellQuotes } from './quotes'
import { tellReceivables } from './receivables'
import { tellSamples } from './samples'
import { tellStock } from './stock'

/** A factory of garment trims: rivets, snap buttons, jeans buttons; four months of its sales. */
export const demoStory: Story = async (stage, req) => {
  await enterPeople(stage, req)
  await setRules(stage)
  await stockShelves(stage)
  await fillWarehouses(stage)
  await meetCustomers(stage)
  await listRates(stage)
  await setPrices(stage)
  await tellOrders(stage)
  await tellQuotes(stage)
  await tellPrices(stage)
  await tellReceivables(stage)
  await tellStock(stage)
  await tellSamples(stage)
  await setPriceRules(stage, 'forbid')
}
