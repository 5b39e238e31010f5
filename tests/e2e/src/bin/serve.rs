//! Serves a folder: `serve FOLDER PORT`.
use second_look_e2e::Server;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(Ok(port))) = (arguments.next(), arguments.next().map(|port| port.parse())) else {
        eprintln!("usage: serve FOLDER PORT");
        std::process::exit(2);
    };
    Server::start_on(port, folder).run();
}
