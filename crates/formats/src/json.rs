//! JSON with integers only. Numbers with a fraction or an exponent, `true` and `false` are refused: no file of ours
//! holds them.

/// A member's name and value, in the order of the text.
pub type Members = Vec<(String, Value)>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
    List(Vec<Value>),
    Map(Members),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Byte offset.
    pub at: usize,
    pub problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text ends before its value does.
    EndsEarly,
    Unexpected(char),
    /// A fraction, an exponent, or beyond 64 bits.
    NumberKind,
    BadEscape,
    TooDeep,
    /// Something follows the value.
    Trailing,
}

const MAX_DEPTH: usize = 8;

impl Value {
    pub fn as_int(&self) -> Option<i64> {
        if let Value::Int(value) = self { Some(*value) } else { None }
    }

    pub fn as_text(&self) -> Option<&str> {
        if let Value::Text(value) = self { Some(value) } else { None }
    }

    pub fn as_list(&self) -> Option<&[Value]> {
        if let Value::List(value) = self { Some(value) } else { None }
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Map(members) => members.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }
}

/// Appends a value; the output is one line.
pub fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Int(value) => write_int(*value, out),
        Value::Text(text) => write_text(text, out),
        Value::List(values) => {
            out.push('[');
            for (i, value) in values.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write(value, out);
            }
            out.push(']');
        }
        Value::Map(members) => {
            out.push('{');
            for (i, (name, value)) in members.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_text(name, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

pub fn write_int(value: i64, out: &mut String) {
    out.push_str(&value.to_string());
}

/// Appends a text in its quotation marks.
pub fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 => {
                out.push_str("\\u00");
                for shift in [4, 0] {
                    out.push(char::from_digit((c as u32 >> shift) & 0xf, 16).unwrap_or('0'));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Reads one value; a byte-order mark in front is passed over.
pub fn read(text: &str) -> Result<Value, JsonError> {
    let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reader = Reader { text, at: skipped, error: None };
    let value = reader.value(0);
    reader.space();
    if reader.peek() != END {
        reader.fail(Problem::Trailing);
    }
    reader.error.map_or(Ok(value), Err)
}

/// Reads on to the end of the text after the first error, and makes nothing of it: to stop at each place where an
/// error is possible would take half as much code again.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    error: Option<JsonError>,
}

/// Stands for the end of the text; as a byte it is in no UTF-8.
const END: u8 = 0xff;

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Value {
        if depth > MAX_DEPTH {
            self.fail(Problem::TooDeep);
        }
        self.space();
        match self.peek() {
            b'{' => {
                let mut members = Members::new();
                self.many(b'}', &mut |reader| {
                    reader.space();
                    let name = reader.string();
                    reader.space();
                    reader.take(b':');
                    members.push((name, reader.value(depth + 1)));
                });
                Value::Map(members)
            }
            b'[' => {
                let mut values = Vec::new();
                self.many(b']', &mut |reader| values.push(reader.value(depth + 1)));
                Value::List(values)
            }
            b'"' => Value::Text(self.string()),
            b'-' | b'0'..=b'9' => self.int(),
            _ if self.text.as_bytes()[self.at..].starts_with(b"null") => {
                self.at += "null".len();
                Value::Null
            }
            _ => {
                self.unexpected();
                Value::Null
            }
        }
    }

    /// What stands between brackets, with commas between.
    fn many(&mut self, close: u8, one: &mut dyn FnMut(&mut Self)) {
        self.at += 1;
        self.space();
        if self.peek() == close {
            self.at += 1;
            return;
        }
        loop {
            one(self);
            self.space();
            match self.peek() {
                b',' => self.at += 1,
                found => {
                    if found == close {
                        self.at += 1;
                    } else {
                        self.unexpected();
                    }
                    return;
                }
            }
        }
    }

    fn int(&mut self) -> Value {
        let start = self.at;
        while matches!(self.peek(), b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') {
            self.at += 1;
        }
        match self.text[start..self.at].parse() {
            Ok(value) => Value::Int(value),
            Err(_) => {
                self.at = start;
                self.fail(Problem::NumberKind);
                Value::Null
            }
        }
    }

    #[inline(never)]
    fn string(&mut self) -> String {
        self.take(b'"');
        let mut out = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | 0..0x20 | END) {
                self.at += 1;
            }
            out.push_str(&self.text[start..self.at]);
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return out;
                }
                b'\\' => {
                    self.at += 1;
                    out.push(self.escape());
                }
                _ => {
                    self.unexpected();
                    return out;
                }
            }
        }
    }

    fn escape(&mut self) -> char {
        let found = self.peek();
        if found.is_ascii() {
            self.at += 1;
        }
        match found {
            b'"' | b'\\' | b'/' => found as char,
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let mut code = self.hex4();
                if (0xd800..0xdc00).contains(&code) && self.text.as_bytes()[self.at..].starts_with(b"\\u") {
                    self.at += 2;
                    let second = self.hex4();
                    // A second half that is none makes a number that is no character.
                    code = if (0xdc00..0xe000).contains(&second) {
                        0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00)
                    } else {
                        code
                    };
                }
                char::from_u32(code).unwrap_or_else(|| self.bad_escape())
            }
            _ => self.bad_escape(),
        }
    }

    fn bad_escape(&mut self) -> char {
        self.fail(Problem::BadEscape);
        char::REPLACEMENT_CHARACTER
    }

    fn hex4(&mut self) -> u32 {
        let mut code = 0;
        for _ in 0..4 {
            let Some(digit) = (self.peek() as char).to_digit(16) else {
                self.bad_escape();
                return 0;
            };
            code = code * 16 + digit;
            self.at += 1;
        }
        code
    }

    fn take(&mut self, wanted: u8) {
        if self.peek() == wanted {
            self.at += 1;
        } else {
            self.unexpected();
        }
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    #[inline(never)]
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(END)
    }

    #[inline(never)]
    fn unexpected(&mut self) {
        self.fail(match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(found) => Problem::Unexpected(found),
            None => Problem::EndsEarly,
        });
    }

    /// The first error counts; after it nothing is left to read.
    #[inline(never)]
    fn fail(&mut self, problem: Problem) {
        if self.error.is_none() {
            self.error = Some(JsonError { at: self.at, problem });
            self.at = self.text.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![Just(Value::Null), any::<i64>().prop_map(Value::Int), ".*".prop_map(Value::Text)];
        leaf.prop_recursive(4, 24, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
                proptest::collection::vec((".{0,5}", inner), 0..5).prop_map(Value::Map),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in any_value()) {
            let mut text = String::new();
            write(&value, &mut text);
            prop_assert_eq!(read(&text), Ok(value.clone()));
            // Another reader agrees that it is JSON.
            prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = read(&text);
        }

        #[test]
        fn no_json_like_text_panics(text in r#"[\[\]{}:,"\\u0-9a-fn.e -]{0,40}"#) {
            let _ = read(&text);
        }
    }

    #[test]
    fn refusals_name_the_place() {
        for (text, at, problem) in [
            ("", 0, Problem::EndsEarly),
            ("{\"a\":1", 6, Problem::EndsEarly),
            ("{\"a\":1.5}", 5, Problem::NumberKind),
            ("[1e3]", 1, Problem::NumberKind),
            ("true", 0, Problem::Unexpected('t')),
            ("[1] 2", 4, Problem::Trailing),
            ("\"\\ud800x\"", 7, Problem::BadEscape),
            ("\"a\nb\"", 2, Problem::Unexpected('\n')),
            ("[[[[[[[[[[1]]]]]]]]]]", 9, Problem::TooDeep),
            ("\"\\é\"", 2, Problem::BadEscape),
        ] {
            assert_eq!(read(text), Err(JsonError { at, problem }), "{text:?}");
        }
    }

    #[test]
    fn reads_escapes_and_a_byte_order_mark() {
        assert_eq!(read("\u{feff}\"\\ud83d\\ude00\\u00e9\\/\""), Ok(Value::Text("😀é/".into())));
    }
}
