/** The role that the program's statements run under on PostgreSQL. It owns nothing and cannot switch the rules off. */
export const applicationRole = 'omamori_application'

/** The setting that says for whom the rows are; `*` is the installation, which sees the list of facilities alone. */
export const facilitySetting = 'omamori.facility'

/**
 * A row is seen and written only under its own facility, by the owner of the table too (FORCE). Without the setting
 * nothing is seen. https://www.postgresql.org/docs/15/ddl-rowsecurity.html
 */
export function securedByFacility(table: string): readonly string[] {
  const own = `facility_id = current_setting('${facilitySetting}', true)`
  const rule = table === 'facility' ? `${own} or current_setting('${facilitySetting}', true) = '*'` : own
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_facility on ${table} using (${rule}) with check (${rule})`,
    `grant select, insert, update, delete on ${table} to ${applicationRole}`,
  ]
}
