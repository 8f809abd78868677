//! Starting and stopping: one line, clean ends, and one sentence where it cannot start.

use crate::program::{self, Program};

#[tokio::test]
async fn it_says_where_the_page_is_and_stops_when_asked() {
    let demo = Program::start().await;
    assert!(demo.address.starts_with("http://127.0.0.1:"), "{}", demo.address);
    assert!(demo.stop().await.success());
}

#[tokio::test]
async fn what_it_cannot_use_is_named_in_one_sentence() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let file = tempfile::NamedTempFile::new().unwrap();
    let path = file.path().to_str().unwrap();
    for (arguments, named) in [(["--port", &port], port.as_str()), (["--database", path], path)] {
        let (code, said) = program::refused(&arguments).await;
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(named) && said.lines().count() == 1, "{said}");
    }
}
