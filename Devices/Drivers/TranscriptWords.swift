import Circulation

// The small words of the transcript format: bytes, registers, tag numbers, on and off.

func bytes(_ words: some Collection<Substring>) -> [UInt8]? {
    let values = words.compactMap { $0.count == 2 ? UInt8($0, radix: 16) : nil }
    return values.count == words.count ? values : nil
}

func spaced(_ bytes: [UInt8]) -> String { bytes.map(hex).joined(separator: " ") }

/// A register of a tag, or `--` for one that the pad could not read.
/// - Returns: nil for a bad word; the inner nil is the unread register.
func register(_ word: Substring) -> UInt8?? {
    if word == "--" { return .some(nil) }
    return bytes([word]).map { $0[0] }
}

func register(_ value: UInt8?) -> String { value.map(hex) ?? "--" }

func tagUID(_ word: Substring) -> TagUID? {
    word.count == 16 ? UInt64(word, radix: 16).map { TagUID($0) } : nil
}

func onOrOff(_ word: Substring) -> Bool? { word == "on" ? true : word == "off" ? false : nil }

extension Substring {
    /// Without the blanks at both ends.
    var trimmed: String {
        let head = drop { $0.isWhitespace }
        return String(head.dropLast(head.reversed().prefix { $0.isWhitespace }.count))
    }
}

private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
}
