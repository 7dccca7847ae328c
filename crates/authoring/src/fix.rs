//! Repairs that need no judgement.

use crate::diagnostic::Diagnostic;

/// Applies every repair of one file's findings; of two that overlap, the first in the file.
/// Returns the new text and how many were applied: run the check again after it, for the rest.
pub fn apply_fixes(text: &str, found: &[Diagnostic]) -> (String, usize) {
    let mut fixes: Vec<_> = found.iter().filter_map(|finding| finding.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let mut out = String::with_capacity(text.len() + 64);
    let (mut at, mut applied, mut last) = (0, 0, None);
    for fix in fixes {
        let is_repeated = last == Some(fix.span.clone());
        let Some(between) = text.get(at..fix.span.start).filter(|_| !is_repeated) else { continue };
        if text.get(fix.span.clone()).is_none() {
            continue;
        }
        out.push_str(between);
        out.push_str(&fix.replacement);
        (at, last) = (fix.span.end, Some(fix.span.clone()));
        applied += 1;
    }
    out.push_str(&text[at..]);
    (out, applied)
}
