//! Two databases of their own on the server at `TEST_POSTGRES_URL`, an address of a superuser. They
//! are made and asked with the server's own `psql`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The data and the keys of one house.
pub struct Databases {
    server: String,
    names: [String; 2],
}

impl Databases {
    /// Two empty databases; none, and a word about it, when there is no server.
    pub fn fresh(folder: &Path) -> Option<Self> {
        let Ok(server) = std::env::var("TEST_POSTGRES_URL") else {
            eprintln!("skipped: TEST_POSTGRES_URL is not set");
            return None;
        };
        let name = folder.file_name().unwrap().to_string_lossy().to_lowercase();
        let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let names = ["data", "keys"].map(|part| format!("onthaal_out_{name}_{part}"));
        let databases = Self { server, names };
        for name in &databases.names {
            databases.ask("postgres", &format!("CREATE DATABASE {name}"));
        }
        Some(databases)
    }

    /// The addresses of both, as the program wants them.
    pub fn addresses(&self) -> [String; 2] {
        self.names.each_ref().map(|name| self.address(name))
    }

    /// The settings that lead the program to them.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let [data, keys] = self.addresses();
        vec![
            ("ONTHAAL_DATABASE_URL", data),
            ("ONTHAAL_KEYS_DATABASE_URL", keys),
        ]
    }

    fn address(&self, name: &str) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap();
        format!("{server}/{name}")
    }

    /// What the data answer to a statement.
    pub fn data(&self, statement: &str) -> String {
        self.ask(&self.names[0], statement)
    }

    /// Reads a text of statements into each of the two.
    pub fn load(&self, texts: [&Path; 2]) {
        for (name, text) in self.names.iter().zip(texts) {
            let mut command = Command::new(program("psql"));
            command.args(["-qX", "-v", "ON_ERROR_STOP=1", "-f"]);
            let loaded = command.arg(text).arg(self.address(name)).output().unwrap();
            let said = String::from_utf8_lossy(&loaded.stderr);
            assert!(loaded.status.success(), "{said}");
        }
    }

    fn ask(&self, name: &str, statement: &str) -> String {
        let asked = Command::new(program("psql"))
            .args([
                "-qAtX",
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                statement,
                &self.address(name),
            ])
            .output()
            .unwrap();
        assert!(
            asked.status.success(),
            "{}",
            String::from_utf8_lossy(&asked.stderr)
        );
        String::from_utf8(asked.stdout).unwrap().trim().to_owned()
    }
}

impl Drop for Databases {
    fn drop(&mut self) {
        for name in &self.names {
            self.ask(
                "postgres",
                &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            );
        }
    }
}

/// A program of the server; `ONTHAAL_PSQL` says where its programs are.
pub fn program(name: &str) -> PathBuf {
    let psql = std::env::var_os("ONTHAAL_PSQL").map(PathBuf::from);
    psql.map_or_else(|| PathBuf::from(name), |psql| psql.with_file_name(name))
}
