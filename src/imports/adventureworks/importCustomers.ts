import type { ClientBase } from 'pg'
import { insertSelect, stamps } from '../staging/insertSelect'

const kinds = [
  { code: 'AW-STORE', name: 'Store', where: 'store_id is not null' },
  { code: 'AW-PERSON', name: 'Individual', where: 'store_id is null' },
] as const

async function importCustomerCategories(client: ClientBase): Promise<number> {
  let created = 0
  for (const { code, name } of kinds) {
    created += await insertSelect({
      client,
      into: 'customer_categories',
      values: { code: '$1', name: '$2', ...stamps },
      from: 'where not exists (select from customer_categories c where c.code = $1::text)',
      parameters: [code, name],
    })
  }
  return created
}

/** Stores and persons become customers; a customer of a store carries the store's name and its account owner. */
async function importCustomerMasters(client: ClientBase): Promise<number> {
  await client.query(`create temp table import_aw_new_customers on commit drop as
    select nextval(pg_get_serial_sequence('customers', 'id'))::int as id, c.*
    from import_aw_customer c
    where not exists (select from customers k where k.code = c.account_number) order by c.customer_id`)
  return insertSelect({
    client,
    into: 'customers',
    values: {
      id: 'c.id',
      code: 'c.account_number',
      name: `coalesce(s.name, p.first_name || ' ' || p.last_name)`,
      category_id: `(select id from customer_categories where code = case when c.store_id is null then 'AW-PERSON' else 'AW-STORE' end)`,
      salesperson_id: 'u.id',
      department_id: 'd.id',
      status: `'active'`,
      currency: `'USD'`,
      tax_mode: `'exclusive'`,
      credit_control: 'false',
      credit_hold: `'none'`,
      ...stamps,
    },
    from: `from import_aw_new_customers c
           left join import_aw_store s on s.business_entity_id = c.store_id
           left join import_aw_person p on p.business_entity_id = c.person_id
           left join import_aw_people sp on sp.business_entity_id = s.sales_person_id
           left join users u on u.email = sp.email
           left join departments d on d.code = 'AW-T' || c.territory_id`,
  })
}

/** The contact person of a store's customer; an individual is his own contact. */
async function importContacts(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'customers_contacts',
    values: {
      _order: '1',
      _parent_id: 'c.id',
      id: `substr(md5('aw-contact-' || c.customer_id), 1, 24)`,
      name: `p.first_name || ' ' || p.last_name`,
    },
    from: `from import_aw_new_customers c join import_aw_person p on p.business_entity_id = c.person_id where c.store_id is not null`,
  })
}

/** Every address of the store, else of the person, in the source's order. */
async function importAddresses(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'customers_addresses',
    values: {
      _order: 'row_number() over (partition by c.id order by b.address_id)',
      _parent_id: 'c.id',
      id: `substr(md5('aw-address-' || c.customer_id || '-' || b.address_id || '-' || b.address_type_id), 1, 24)`,
      name: 't.name',
      address: 'a.text',
    },
    from: `from import_aw_new_customers c
           join import_aw_business_entity_address b on b.business_entity_id = coalesce(c.store_id, c.person_id)
           join import_aw_address_type t using (address_type_id)
           join import_aw_address_text a on a.address_id = b.address_id`,
  })
}

/** Customers with category, account owner, territory, contact and addresses. Returns the rows that were not there before. */
export async function importCustomers(client: ClientBase): Promise<Record<string, number>> {
  await client.query(`create temp table import_aw_address_text on commit drop as
    select a.address_id, concat_ws(', ', a.address_line1, a.address_line2, concat_ws(' ', a.city, s.state_province_code, a.postal_code), r.name) as text
    from import_aw_address a join import_aw_state_province s using (state_province_id) join import_aw_country_region r using (country_region_code)`)
  await client.query('create index on import_aw_address_text (address_id)')
  const categories = await importCustomerCategories(client)
  const customers = await importCustomerMasters(client)
  await importContacts(client)
  await importAddresses(client)
  return { 'customer categories': categories, customers }
}
