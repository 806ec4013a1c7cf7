import type { ClientBase } from 'pg'
import { insertSelect, stamps } from '../staging/insertSelect'

/** Territories become departments: analysis by department is analysis by territory. */
async function importDepartments(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'departments',
    values: { code: `'AW-T' || t.territory_id`, name: 't.name', ...stamps },
    from: `from import_aw_sales_territory t
           where not exists (select from departments d where d.code = 'AW-T' || t.territory_id) order by t.territory_id`,
  })
}

/** Sales people become users with the role sales and no password: nobody can log in until an administrator sets one. */
async function importSalesPeople(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'users',
    values: {
      email: 'sp.email',
      name: 'sp.name',
      department_id: 'd.id',
      language: `'en'`,
      email_notifications: 'false',
      ...stamps,
    },
    from: `from import_aw_people sp
           left join departments d on d.code = 'AW-T' || sp.territory_id
           where not exists (select from users u where u.email = sp.email) order by sp.business_entity_id`,
  })
}

async function importRoles(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'users_roles',
    values: { order: '1', parent_id: 'u.id', value: `'sales'` },
    from: `from import_aw_people sp join users u on u.email = sp.email
           where not exists (select from users_roles r where r.parent_id = u.id)`,
  })
}

/** Storage locations become goods warehouses; the code keeps the source's number. */
async function importWarehouses(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'warehouses',
    values: { code: `'AW-L' || l.location_id`, name: 'l.name', kind: `'goods'`, active: 'true', ...stamps },
    from: `from import_aw_location l
           where not exists (select from warehouses w where w.code = 'AW-L' || l.location_id) order by l.location_id`,
  })
}

/** Departments, sales people and warehouses. Returns the rows that were not there before. */
export async function importOrganisation(client: ClientBase): Promise<Record<string, number>> {
  // The source's e-mail table may be absent; the address is made of the name and number, in a domain that cannot exist.
  await client.query(`create temp table import_aw_people on commit drop as
    select sp.business_entity_id, sp.territory_id, p.first_name || ' ' || p.last_name as name,
           lower(regexp_replace(p.first_name || '.' || p.last_name, '[^a-zA-Z.]', '', 'g')) || '.' || sp.business_entity_id || '@adventure-works.invalid' as email
    from import_aw_sales_person sp join import_aw_person p using (business_entity_id)`)
  const departments = await importDepartments(client)
  const salesPeople = await importSalesPeople(client)
  await importRoles(client)
  return { departments, 'sales people': salesPeople, warehouses: await importWarehouses(client) }
}
