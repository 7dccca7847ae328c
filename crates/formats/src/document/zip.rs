//! A zip archive whose files are stored as they are. One date stands on all of them, so that the same files make the
//! same bytes.

/// First of January 1980, the first day that the format knows.
const DATE: u16 = 0b0000_0000_0010_0001;
/// Bit 11: names are UTF-8.
const FLAGS: u16 = 1 << 11;

pub fn store(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let offset = out.len() as u32;
        let mut head = Vec::new();
        // Version 2.0, flags, stored, time, date, sum, sizes, length of the name, nothing extra.
        shorts(&mut head, &[20, FLAGS, 0, 0, DATE]);
        longs(&mut head, &[crc32(content), content.len() as u32, content.len() as u32]);
        shorts(&mut head, &[name.len() as u16, 0]);

        longs(&mut out, &[0x0403_4b50]);
        out.extend_from_slice(&head);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(content);

        longs(&mut directory, &[0x0201_4b50]);
        shorts(&mut directory, &[20]);
        directory.extend_from_slice(&head);
        // No comment, first disk, no attributes.
        shorts(&mut directory, &[0, 0, 0]);
        longs(&mut directory, &[0, offset]);
        directory.extend_from_slice(name.as_bytes());
    }
    let start = out.len() as u32;
    out.extend_from_slice(&directory);
    longs(&mut out, &[0x0605_4b50]);
    shorts(&mut out, &[0, 0, files.len() as u16, files.len() as u16]);
    longs(&mut out, &[directory.len() as u32, start]);
    shorts(&mut out, &[0]);
    out
}

fn shorts(out: &mut Vec<u8>, values: &[u16]) {
    values.iter().for_each(|value| out.extend_from_slice(&value.to_le_bytes()));
}

fn longs(out: &mut Vec<u8>, values: &[u32]) {
    values.iter().for_each(|value| out.extend_from_slice(&value.to_le_bytes()));
}

/// Bit by bit: a table would be larger than the code, and documents are small.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sum_is_the_known_one() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
