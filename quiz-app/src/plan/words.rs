//! The words of a timetable, from the page.

use compendium_formats::timetable::{self, Words};

use crate::messages::{Value, t_with};

pub struct PageWords;

impl Words for PageWords {
    fn text(&self, key: &str, values: &[(&str, timetable::Value<'_>)]) -> String {
        let values: Vec<(&str, Value<'_>)> = values
            .iter()
            .map(|&(name, value)| match value {
                timetable::Value::Number(number) => (name, Value::Number(number)),
                timetable::Value::Text(text) => (name, Value::Text(text)),
            })
            .collect();
        t_with(key, &values)
    }
}
