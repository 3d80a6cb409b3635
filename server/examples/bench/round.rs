//! One round: some browsers at once, each asking again as soon as it was answered, for some seconds.

use std::time::{Duration, Instant};

/// How many browsers ask at once.
const BROWSERS: usize = 4;
/// How long a round takes, after the first requests that nobody counts.
const ROUND: Duration = Duration::from_secs(4);
/// How long nobody counts.
const WARM: Duration = Duration::from_millis(500);

/// What a round measured.
pub struct Line {
    what: String,
    engine: &'static str,
    each: Vec<Duration>,
    took: Duration,
}

impl Line {
    /// The time that half of the answers took at most.
    pub fn p50(&self) -> Duration {
        self.part(50)
    }

    fn part(&self, hundredths: usize) -> Duration {
        let at = (self.each.len() * hundredths / 100).min(self.each.len() - 1);
        self.each[at]
    }

    /// The line of a table.
    #[expect(
        clippy::cast_precision_loss,
        reason = "there are not that many requests"
    )]
    pub fn row(&self, bare: Duration) -> String {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1_000.0;
        format!(
            "| {} | {} | {:.0} | {:.2} | {:.2} | {:.0} |",
            self.what,
            self.engine,
            self.each.len() as f64 / self.took.as_secs_f64(),
            milliseconds(self.p50()),
            milliseconds(self.part(99)),
            self.p50().as_secs_f64() / bare.as_secs_f64()
        )
    }
}

/// Runs a round. Each browser is made once, with its number, and then asks and asks.
pub fn round<B: Send + 'static>(
    (what, engine): (String, &'static str),
    browser: impl Fn(usize) -> B,
    ask: impl Fn(&mut B) + Copy + Send + 'static,
) -> Line {
    eprintln!("{engine}: {what}");
    // An account has two sessions at most, and which is the older one is known by the second.
    std::thread::sleep(Duration::from_millis(1_100));
    let browsers: Vec<B> = (0..BROWSERS).map(browser).collect();
    let began = Instant::now();
    let threads = browsers.into_iter().map(|mut browser| {
        std::thread::spawn(move || {
            let mut each = Vec::new();
            while began.elapsed() < WARM + ROUND {
                let asked = Instant::now();
                ask(&mut browser);
                if began.elapsed() > WARM {
                    each.push(asked.elapsed());
                }
            }
            each
        })
    });
    let threads: Vec<_> = threads.collect();
    let joined = threads
        .into_iter()
        .flat_map(|t| t.join().expect("every browser is answered"));
    let mut each: Vec<Duration> = joined.collect();
    each.sort_unstable();
    Line {
        what,
        engine,
        each,
        took: began.elapsed().checked_sub(WARM).unwrap_or(ROUND),
    }
}
