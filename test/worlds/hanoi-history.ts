/** Hanoi with made-up figures of 2021 to 2026, each given by the communes that stood at the end of its year. */
import type { Database } from '#platform/database/index.ts'
import type { World } from '#test/database.ts'
import { hanoi } from '#test/worlds/hanoi.ts'

/** A commune that gave nothing in 2021: one of those that Phường Ba Đình came from in part. */
export const silentIn2021 = '00028'

export const hanoiHistory: World = {
  name: 'hanoi_history',
  async fill(database) {
    await hanoi.fill(database)
    await addHistory(database)
  },
}

async function addHistory(database: Database): Promise<void> {
  await database.pool.query(
    `with given as (
       select unit.id, unit.code, year, mod(abs(hashtext(unit.code)), 1000) as odd
       from generate_series(2021, 2026) as year
       join organisation.published_unit unit on unit.kind = 'commune'
         and unit.valid_from <= make_date(year, 12, 31) and unit.valid_to > make_date(year, 12, 31)
       where not (unit.code = $1 and year = 2021)
     ),
     made as (
       select id, year, subject, amount from given cross join lateral (values
         ('citizens_18_plus', 4000 + 5 * odd),
         ('learning_citizens_recognised', round((4000 + 5 * odd) * (0.3 + 0.05 * (year - 2021) + odd / 6000.0))),
         ('families_total', 1200 + odd),
         ('learning_families_recognised', round((1200 + odd) * (0.5 + 0.04 * (year - 2021)))),
         ('literacy_level_reached', 1 + mod(odd, 2))) as amounts(subject, amount)
     )
     insert into indicators.value (unit_id, id, subject, year, period, as_of, amount, status, confidence, source_id, is_sample, recorded_at)
     select id, gen_random_uuid(), subject, year, year::text, least(make_date(year, 12, 20), date '2026-10-31'), amount,
       case when year = 2026 then 'provisional' else 'confirmed' end, 'high', 'submission', true, make_date(year, 12, 20)
     from made`,
    [silentIn2021],
  )
}
