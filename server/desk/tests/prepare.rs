//! Every statement of the store is understood by both engines as it stands, and every one that
//! touches a table of the centres names the centre.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[cfg(test)]
#[expect(dead_code, reason = "this test needs the databases only")]
mod support {
    pub mod house;
}

#[cfg(test)]
mod statements {
    pub mod listed;
    pub mod tenancy;
}

use desk::store::{ALL_STATEMENTS, Db, keys};
use sqlx::{Executor, SqlSafeStr};

use statements::tenancy;
use support::house::House;

on_both_engines! {
    understood => every_statement_is_understood_on_sqlite,
        every_statement_is_understood_on_postgres;
    named => every_statement_on_a_table_of_the_centres_names_the_centre_on_sqlite,
        every_statement_on_a_table_of_the_centres_names_the_centre_on_postgres;
}

/// Statements of a store by noun.
type Nouns = &'static [(&'static str, &'static [(&'static str, &'static str)])];

async fn understood(house: House) {
    let data = prepare_all(house.desk.db(), ALL_STATEMENTS).await;
    let keys = prepare_all(house.desk.vault().keystore(), keys::ALL_STATEMENTS).await;
    println!("prepared {data} statements of the data and {keys} of the keystore");
}

async fn prepare_all(db: &Db, nouns: Nouns) -> usize {
    let mut count = 0;
    for (noun, statements) in nouns {
        for (name, statement) in *statements {
            let sql = (*statement).into_sql_str();
            let prepared = match db {
                Db::Sqlite { write, .. } => write.prepare(sql).await.map(drop),
                Db::Postgres(pool) => pool.prepare(sql).await.map(drop),
            };
            assert!(prepared.is_ok(), "{noun} {name}: {}", prepared.unwrap_err());
            count += 1;
        }
    }
    count
}

async fn named(house: House) {
    tenancy::check(house.desk.db(), ALL_STATEMENTS).await;
    tenancy::check(house.desk.vault().keystore(), keys::ALL_STATEMENTS).await;
}
