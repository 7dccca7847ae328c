//! Changes to a file of mdBook's, each of which must fit exactly: a new mdBook that has moved the ground under a
//! patch is told at once, by name.

use super::FrameError;

pub struct Patch {
    /// What it does, in a few words: the name in an error.
    pub what: &'static str,
    pub find: Find,
    pub replace: &'static str,
}

pub enum Find {
    /// This text, which stands in the file once.
    Text(&'static str),
    /// From the first text up to and without the second. What lies between is dropped without being repeated here;
    /// its sum tells when mdBook changes it.
    Between(&'static str, &'static str, u64),
}

impl Patch {
    pub const fn text(what: &'static str, find: &'static str, replace: &'static str) -> Patch {
        Patch { what, find: Find::Text(find), replace }
    }

    pub const fn between(
        what: &'static str,
        (from, to): (&'static str, &'static str),
        sum: u64,
        replace: &'static str,
    ) -> Patch {
        Patch { what, find: Find::Between(from, to, sum), replace }
    }
}

pub fn apply(file: &str, original: &str, patches: &[Patch]) -> Result<String, FrameError> {
    patches.iter().try_fold(original.to_owned(), |text, patch| {
        apply_one(&text, patch).map_err(|problem| {
            FrameError(format!(
                "the patch \"{}\" does not fit mdBook's {file}: {problem}\n\
                 help: compare {file} of this mdbook-html with the version in Cargo.lock, then renew the patch",
                patch.what
            ))
        })
    })
}

fn apply_one(text: &str, patch: &Patch) -> Result<String, String> {
    let span = match patch.find {
        Find::Text(find) => {
            let at = once(text, find)?;
            at..at + find.len()
        }
        Find::Between(from, to, expected) => {
            let start = once(text, from)?;
            let end = start + text[start..].find(to).ok_or_else(|| format!("{to:?} does not follow {from:?}"))?;
            let found = sum(&text[start..end]);
            if found != expected {
                return Err(format!(
                    "the part that begins with {from:?} has the sum {found:#x}, not {expected:#x}"
                ));
            }
            start..end
        }
    };
    Ok(format!("{}{}{}", &text[..span.start], patch.replace, &text[span.end..]))
}

fn once(text: &str, find: &str) -> Result<usize, String> {
    let mut places = text.match_indices(find);
    match (places.next(), places.count()) {
        (Some((at, _)), 0) => Ok(at),
        (None, _) => Err(format!("{find:?} does not stand in it")),
        (Some(_), more) => Err(format!("{find:?} stands in it {} times, not once", more + 1)),
    }
}

/// FNV-1a.
fn sum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_fits_exactly_or_says_why() {
        let between = |sum| Patch::between("p", ("<b", "c>"), sum, "X");
        for (text, patch, expected) in [
            ("a b c", Patch::text("p", "b", "X"), Ok("a X c")),
            ("a", Patch::text("p", "b", "X"), Err("does not stand in it")),
            ("b b", Patch::text("p", "b", "X"), Err("stands in it 2 times")),
            ("a <b c> d", between(sum("<b ")), Ok("a Xc> d")),
            ("a <bb c> d", between(sum("<b ")), Err("has the sum")),
            ("a <b d", between(sum("<b ")), Err("does not follow")),
        ] {
            let found = apply("index.hbs", text, &[patch]).map_err(|error| error.to_string());
            match expected {
                Ok(expected) => assert_eq!(found.unwrap(), expected),
                Err(part) => {
                    let error = found.unwrap_err();
                    assert!(
                        error.contains(part) && error.contains("\"p\"") && error.contains("index.hbs"),
                        "{error}"
                    );
                }
            }
        }
    }
}
