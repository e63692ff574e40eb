/// The bytes of one column while it is read. It points into the frame and does not outlive the reading.
struct Value {
    let bytes: UnsafeBufferPointer<UInt8>
    let charset: Charset

    init(bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset) { (self.bytes, self.charset) = (bytes, charset) }

    func text(_ oddity: inout Note.Oddity?) -> String {
        let (text, fits) = charset.lenientText(of: bytes)
        if !fits { oddity = .wrongCharset }
        return text
    }

    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

    /// `Y` and `1` are yes, `N`, `0` and a blank are no: servers mix them.
    func flag(_ oddity: inout Note.Oddity?, expected: StaticString) -> Bool? {
        guard bytes.count == 1, let byte = bytes.first else {
            if !isBlank { oddity = .unreadable }
            return nil
        }
        if byte != expected.utf8Start[0], byte != expected.utf8Start[1] { oddity = .unreadable }
        switch byte {
        case UInt8(ascii: "Y"), UInt8(ascii: "y"), UInt8(ascii: "1"): return true
        case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "0"), 0x20: return false
        default: return nil
        }
    }

    /// A count with zeros or blanks in front or behind. Nothing but blanks is nil and not odd.
    func number(_ oddity: inout Note.Oddity?) -> Int? {
        var number: Int?
        var hasEnded = false
        for byte in bytes {
            if byte <= 0x20 {
                hasEnded = number != nil
            } else if (0x30...0x39).contains(byte), !hasEnded, (number ?? 0) < 1_000_000_000 {
                number = (number ?? 0) * 10 + Int(byte - 0x30)
            } else {
                oddity = .unreadable
                return nil
            }
        }
        return number
    }

    /// One place each; `Y` sets it. More than 16 places are not looked at.
    func flags(width: Int) -> UInt16 {
        var bits: UInt16 = 0
        for (index, byte) in bytes.prefix(width).enumerated() where byte == UInt8(ascii: "Y") { bits |= 1 << index }
        return bits
    }
}

/// Bytes of a line in the making.
struct Writer {
    var bytes: [UInt8] = []
    let charset: Charset

    init(charset: Charset) { self.charset = charset }

    mutating func field(_ id: FieldID, _ text: String) {
        open(id)
        append(text)
        close()
    }

    mutating func open(_ id: FieldID) {
        bytes.append(id.first)
        bytes.append(id.second)
    }

    mutating func close() { bytes.append(Frame.delimiter) }

    mutating func flag(_ isSet: Bool, _ letters: StaticString) {
        bytes.append(letters.utf8Start[isSet ? 0 : 1])
    }

    /// Cut or filled with blanks: a fixed column of another width would move everything behind it.
    mutating func fixed(_ text: String, width: Int) {
        let start = bytes.count
        append(text)
        if bytes.count > start + width { bytes.removeLast(bytes.count - start - width) }
        while bytes.count < start + width { bytes.append(0x20) }
    }

    /// With zeros in front, or blanks for an unknown number. A number that does not fit is written as all nines.
    mutating func number(_ number: Int?, width: Int) {
        guard let number, number >= 0 else { return fixed("", width: width) }
        let digits = String(number)
        guard digits.utf8.count <= width else { return fixed(String(repeating: "9", count: width), width: width) }
        bytes.append(contentsOf: repeatElement(0x30, count: width - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
    }

    mutating func flags(_ bits: UInt16, width: Int, unset: UInt8) {
        for index in 0..<width { bytes.append(bits >> index & 1 == 1 ? UInt8(ascii: "Y") : unset) }
    }

    private mutating func append(_ text: String) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        if bytes[start...].allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != Frame.delimiter }) { return }
        bytes.removeLast(bytes.count - start)
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(Self.mustGo(scalar) ? " " : scalar) }
        charset.append(String(clean), to: &bytes)
    }

    /// The delimiter and control characters: no value may end a field or a line.
    private static func mustGo(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "|" || scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
