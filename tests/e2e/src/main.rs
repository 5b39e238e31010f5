//! Serves a folder on this machine alone: `serve FOLDER PORT ["Header: value"]...`
use axum::{
    Router,
    http::{HeaderName, HeaderValue, header::CACHE_CONTROL},
    response::Response,
};
use std::net::Ipv4Addr;
use tower_http::services::ServeDir;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(Ok(port))) = (arguments.next(), arguments.next().map(|port| port.parse::<u16>()))
    else {
        eprintln!("usage: serve FOLDER PORT [\"Header: value\"]...");
        std::process::exit(2);
    };
    let further: Vec<_> = arguments.map(|header| parse(&header)).collect();
    let dress = move |mut response: Response| {
        // What is built again must be seen at once.
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response.headers_mut().extend(further.iter().cloned());
        std::future::ready(response)
    };
    let app =
        Router::new().fallback_service(ServeDir::new(folder)).layer(axum::middleware::map_response(dress));
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.unwrap_or_else(|error| {
        eprintln!("port {port} cannot be had: {error}");
        std::process::exit(1);
    });
    axum::serve(listener, app).await.expect("the listener stays open");
}

fn parse(header: &str) -> (HeaderName, HeaderValue) {
    let (name, value) = header.split_once(": ").expect("a header is \"Name: value\"");
    (name.parse().expect("the name is sound"), value.parse().expect("the value is sound"))
}
