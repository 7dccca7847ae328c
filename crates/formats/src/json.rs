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
    let mut reader = Reader { text, at: skipped };
    let value = reader.value(0)?;
    reader.space();
    if reader.at < text.len() { Err(reader.error(Problem::Trailing)) } else { Ok(value) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Value, JsonError> {
        if depth > MAX_DEPTH {
            return Err(self.error(Problem::TooDeep));
        }
        self.space();
        match self.peek() {
            Some('{') => self.map(depth),
            Some('[') => self.list(depth),
            Some('"') => Ok(Value::Text(self.string()?)),
            Some('-' | '0'..='9') => self.int(),
            Some('n') if self.text[self.at..].starts_with("null") => {
                self.at += "null".len();
                Ok(Value::Null)
            }
            _ => Err(self.unexpected()),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, JsonError> {
        self.take('[')?;
        let mut values = Vec::new();
        self.space();
        if self.peek() == Some(']') {
            self.at += 1;
            return Ok(Value::List(values));
        }
        loop {
            values.push(self.value(depth + 1)?);
            if self.comma_or(']')? {
                return Ok(Value::List(values));
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Value, JsonError> {
        self.take('{')?;
        let mut members = Members::new();
        self.space();
        if self.peek() == Some('}') {
            self.at += 1;
            return Ok(Value::Map(members));
        }
        loop {
            self.space();
            let name = self.string()?;
            self.space();
            self.take(':')?;
            members.push((name, self.value(depth + 1)?));
            if self.comma_or('}')? {
                return Ok(Value::Map(members));
            }
        }
    }

    /// Whether the closing mark was found, and not a comma.
    fn comma_or(&mut self, close: char) -> Result<bool, JsonError> {
        self.space();
        match self.peek() {
            Some(',') => {
                self.at += 1;
                Ok(false)
            }
            Some(found) if found == close => {
                self.at += 1;
                Ok(true)
            }
            _ => Err(self.unexpected()),
        }
    }

    fn int(&mut self) -> Result<Value, JsonError> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|b| matches!(b, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')) {
            self.at += 1;
        }
        self.text[start..self.at]
            .parse()
            .map(Value::Int)
            .map_err(|_| JsonError { at: start, problem: Problem::NumberKind })
    }

    fn string(&mut self) -> Result<String, JsonError> {
        self.take('"')?;
        let mut out = String::new();
        loop {
            let Some(c) = self.peek() else { return Err(self.error(Problem::EndsEarly)) };
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(out),
                '\\' => out.push(self.escape()?),
                c if (c as u32) < 0x20 => {
                    self.at -= 1;
                    return Err(self.error(Problem::Unexpected(c)));
                }
                c => out.push(c),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let Some(c) = self.peek() else { return Err(self.error(Problem::EndsEarly)) };
        self.at += c.len_utf8();
        Ok(match c {
            '"' | '\\' | '/' => c,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let first = self.hex4()?;
                let code = if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u") {
                    self.at += 2;
                    let second = self.hex4()?;
                    if !(0xdc00..0xe000).contains(&second) {
                        return Err(self.error(Problem::BadEscape));
                    }
                    0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                } else {
                    first
                };
                char::from_u32(code).ok_or_else(|| self.error(Problem::BadEscape))?
            }
            _ => return Err(self.error(Problem::BadEscape)),
        })
    }

    fn hex4(&mut self) -> Result<u32, JsonError> {
        let digits = self.text.get(self.at..self.at + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = code.ok_or_else(|| self.error(Problem::BadEscape))?;
        self.at += 4;
        Ok(code)
    }

    fn take(&mut self, wanted: char) -> Result<(), JsonError> {
        if self.peek() == Some(wanted) {
            self.at += wanted.len_utf8();
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t' | '\n' | '\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn unexpected(&self) -> JsonError {
        self.error(self.peek().map_or(Problem::EndsEarly, Problem::Unexpected))
    }

    fn error(&self, problem: Problem) -> JsonError {
        JsonError { at: self.at, problem }
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
        ] {
            assert_eq!(read(text), Err(JsonError { at, problem }), "{text:?}");
        }
    }

    #[test]
    fn reads_escapes_and_a_byte_order_mark() {
        assert_eq!(read("\u{feff}\"\\ud83d\\ude00\\u00e9\\/\""), Ok(Value::Text("😀é/".into())));
    }
}
