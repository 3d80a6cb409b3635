//! The real program on data of its own: a folder (or two databases), a log, a temporary folder, and
//! ports that the system chose.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::client::Client;
use crate::postgres::Databases;

/// How long the program may take to open a house.
const OPENS_WITHIN: Duration = Duration::from_secs(30);

/// Where a house keeps its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A folder with everything a house leaves behind.
pub struct House {
    /// Everything.
    pub folder: TempDir,
    /// Settings in the environment.
    pub settings: Vec<(&'static str, String)>,
    /// Its databases, on PostgreSQL.
    pub databases: Option<Databases>,
    program: PathBuf,
}

impl House {
    /// A place for a house, where nothing is yet; none when the engine is not there.
    pub fn place(engine: Engine, program: &Path) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        for part in ["tmp", "site/pkg"] {
            fs::create_dir_all(folder.path().join(part)).unwrap();
        }
        fs::write(folder.path().join("site/pkg/onthaal.0f.css"), "a{}").unwrap();
        fs::write(
            folder.path().join("site/hash.txt"),
            "js: 0f\nwasm: 0f\ncss: 0f\n",
        )
        .unwrap();
        let databases = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Databases::fresh(folder.path())?),
        };
        let settings = databases
            .as_ref()
            .map_or_else(Vec::new, Databases::settings);
        Some(Self {
            folder,
            settings,
            databases,
            program: program.to_owned(),
        })
    }

    /// A practice house.
    pub fn demo(engine: Engine, program: &Path) -> Option<Self> {
        let house = Self::place(engine, program)?;
        let made = house.run(&["demo"], "");
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        Some(house)
    }

    /// Lets the house keep its key in a file of its own.
    pub fn keyed(mut self) -> Self {
        let key = self.key().display().to_string();
        self.settings.push(("ONTHAAL_KEY_FILE", key));
        self
    }

    /// Where that file is.
    pub fn key(&self) -> PathBuf {
        self.folder.path().join("house.key")
    }

    /// The folder of the data.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What every start of the program said so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// The program, ready to be started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        self.under(Command::new(&self.program), arguments)
    }

    /// The program, ready to be started by another one.
    pub fn watched(&self, watcher: &[&str], arguments: &[&str]) -> Command {
        let mut command = Command::new(watcher[0]);
        command.args(&watcher[1..]).arg(&self.program);
        self.under(command, arguments)
    }

    fn under(&self, mut command: Command, arguments: &[&str]) -> Command {
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("ONTHAAL_")) {
            command.env_remove(name);
        }
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("TMPDIR", self.folder.path().join("tmp"))
            .env("LEPTOS_SITE_ROOT", self.folder.path().join("site"))
            .env("ONTHAAL_DATA", self.data())
            .envs(self.settings.iter().map(|(name, value)| (*name, value)));
        command
    }

    /// Runs a command to its end, with this on standard input. One that does not end is killed.
    pub fn run(&self, arguments: &[&str], typed: &str) -> Output {
        let mut command = self.watched(&["timeout", "-s", "KILL", "60"], arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A command that reads nothing may be gone before this is written.
        let _written = child.stdin.take().unwrap().write_all(typed.as_bytes());
        child.wait_with_output().unwrap()
    }

    /// Serves the practice house, and waits until it is open.
    pub fn serve(&self) -> Server {
        let server = Server::start(self, self.command(&["serve", "--demo"]));
        server.opened();
        server
    }
}

/// The running program. It is killed when it is dropped.
pub struct Server {
    child: Child,
    /// What it announces; while this lives the program can go on writing.
    said: BufReader<ChildStdout>,
    /// Where the staff site is.
    pub staff: SocketAddr,
    /// Where the public site is.
    pub portal: SocketAddr,
}

impl Server {
    /// Starts `serve` on free ports; its log goes to the file `log` of the house.
    pub fn start(house: &House, mut command: Command) -> Self {
        let log = house.folder.path().join("log");
        let log = File::options().create(true).append(true).open(log).unwrap();
        command
            .env("ONTHAAL_ADDR", "127.0.0.1:0")
            .env("ONTHAAL_PORTAL_ADDR", "127.0.0.1:0");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log);
        let mut child = command.spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let [staff, portal] = ["staff", "public"].map(|site| address(&mut said, site));
        let (Some(staff), Some(portal)) = (staff, portal) else {
            let _over = (child.kill(), child.wait());
            panic!("the program does not serve: {}", house.log());
        };
        Self {
            child,
            said,
            staff,
            portal,
        }
    }

    /// Waits until the house is open.
    pub fn opened(&self) {
        let began = Instant::now();
        while self
            .client()
            .get("/ready")
            .map_or(0, |answer| answer.status)
            != 200
        {
            assert!(began.elapsed() < OPENS_WITHIN, "the house does not open");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until the house is open or the program has ended; gives whether it is open.
    pub fn lasts(&mut self) -> bool {
        let began = Instant::now();
        while began.elapsed() < OPENS_WITHIN {
            if self.child.try_wait().unwrap().is_some() {
                return false;
            }
            if self
                .client()
                .get("/ready")
                .is_ok_and(|answer| answer.status == 200)
            {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the house neither opens nor ends");
    }

    /// The next line that it prints after its addresses.
    pub fn says(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// A new browser on the staff site.
    pub fn client(&self) -> Client {
        Client::of(self.staff)
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it at once.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end, and waits: the exit code and how long it took.
    pub fn end(mut self) -> (Option<i32>, Duration) {
        let began = Instant::now();
        let asked = Command::new("kill")
            .arg(self.id().to_string())
            .status()
            .unwrap();
        assert!(asked.success());
        let status = self.child.wait().unwrap();
        (status.code(), began.elapsed())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _over = (self.child.kill(), self.child.wait());
    }
}

/// The address the program announces for one of its sites.
fn address(said: &mut impl BufRead, site: &str) -> Option<SocketAddr> {
    let mut line = String::new();
    said.read_line(&mut line).ok()?;
    let (_, address) = line.strip_prefix(site)?.split_once("://")?;
    let port = address
        .trim_end()
        .trim_end_matches("/a")
        .rsplit(':')
        .next()?;
    Some(SocketAddr::from(([127, 0, 0, 1], port.parse().ok()?)))
}
