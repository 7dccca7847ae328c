//! The WebDriver protocol as blocking calls over fantoccini.

use std::time::Duration;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

const START: Duration = Duration::from_secs(60);
const ANSWER: Duration = Duration::from_secs(60);

pub struct Session {
    runtime: Runtime,
    client: Client,
}

/// A command below the session's address.
#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl Session {
    pub fn start(driver: &str, capabilities: Capabilities) -> Result<Session, String> {
        let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let connect = builder.capabilities(capabilities).connect(driver);
            tokio::time::timeout(START, connect).await.map_err(|_| "the browser did not start".to_owned())
        })?;
        Ok(Session { runtime, client: client.map_err(|error| error.to_string())? })
    }

    pub fn get(&self, path: &str) -> Result<Value, String> {
        self.send(Command { method: Method::GET, path: path.to_owned(), body: None })
    }

    pub fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        self.send(Command { method: Method::POST, path: path.to_owned(), body: Some(body) })
    }

    /// Closes the browser and waits until the driver says so.
    pub fn close(self) {
        let _ = self.runtime.block_on(async { tokio::time::timeout(ANSWER, self.client.close()).await });
    }

    fn send(&self, command: Command) -> Result<Value, String> {
        let what = format!("{command:?}");
        let answer =
            self.runtime.block_on(async { tokio::time::timeout(ANSWER, self.client.issue_cmd(command)).await });
        match answer {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err(format!("the browser did not answer {what}")),
        }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.as_ref().map(Value::to_string))
    }
}
