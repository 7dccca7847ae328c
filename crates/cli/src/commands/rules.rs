use compendium_authoring::rules;

use crate::exit;

pub fn run() -> anyhow::Result<u8> {
    print!("{}", rules::guide());
    Ok(exit::DONE)
}

#[cfg(test)]
mod tests {
    /// `UPDATE_EXPECT=1` renews the page.
    #[test]
    fn the_authoring_guide_holds_the_rules_as_they_are() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../book/src/authoring/rules.md");
        let expected = super::rules::guide();
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(path, &expected).unwrap();
        }
        let found = std::fs::read_to_string(path).unwrap();
        assert!(found == expected, "renew it: UPDATE_EXPECT=1 cargo test -p compendium-cli rules");
    }
}
