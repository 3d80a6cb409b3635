//! The program `onthaal`. It builds the real clock and the real source of randomness, reads the
//! command line, and does what it says.

use std::process::ExitCode;

use clap::Parser;
use server::cli::Cli;
use server::world::World;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return misused(&error),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("onthaal: the program could not start: {error}");
            return ExitCode::from(1);
        }
    };
    match runtime.block_on(cli.run(World::real())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("onthaal: {stop}");
            stop.code()
        }
    }
}

/// Help and the version are answers; everything else that the command line is not made for gets one
/// line.
fn misused(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        // There is nobody left to tell when standard output is gone.
        let _printed = error.print();
        return ExitCode::SUCCESS;
    }
    eprintln!("onthaal: {}", server::cli::said(error));
    ExitCode::from(2)
}
