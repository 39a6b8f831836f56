import type pg from 'pg'
import { type Clock, Refusal } from '#shared'
import { appliedMigrations, migrate, migrations } from './migrations/index.ts'
import { applicationRole } from './migrations/row-security.ts'
import { plainSql } from './postgres-connection.ts'

// Any fixed number: processes that start together take turns at the schema ('OMMR').
const MIGRATION_LOCK = 0x4f4d4d52

/**
 * Brings the schema up to date, one process at a time. Whoever connects must own the database, or its tables, for that;
 * when there is nothing to do, membership in the application's role is enough.
 */
export async function preparePostgresSchema(client: pg.ClientBase, clock: Clock): Promise<void> {
  const sql = plainSql(client)
  await client.query('begin isolation level read committed')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query('set local search_path = omamori, pg_temp')
    const applied = await appliedMigrations(sql, 'postgresql')
    if ((applied?.length ?? 0) < migrations.length) {
      if (!applied) await client.query('create schema if not exists omamori')
      await ensureApplicationRole(client)
      await migrate(sql, 'postgresql', clock)
      await client.query(`grant select on schema_version to ${applicationRole}`)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function ensureApplicationRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [applicationRole])
  if (rows.length === 0) await createApplicationRole(client)
  const member = await client.query(`select pg_has_role(current_user, $1, 'member') as is_member`, [applicationRole])
  if (!member.rows[0]?.is_member) await client.query(`grant ${applicationRole} to current_user`)
  await client.query(`grant usage on schema omamori to ${applicationRole}`)
}

async function createApplicationRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.may) throw new Refusal('unsupported', { needs: `role ${applicationRole}`, found: 'no CREATEROLE' })
  await client.query(`create role ${applicationRole} nologin noinherit nobypassrls`)
}
