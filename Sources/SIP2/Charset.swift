/// How a library system turns letters into bytes. A setting of the line, for both directions.
///
/// The protocol's own default is code page 850; real servers send UTF-8, ISO 8859-1, code pages or plain ASCII.
public enum Charset: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case latin1 = "ISO-8859-1"
    case cp850 = "CP850"
    case cp437 = "CP437"
    case ascii = "ASCII"

    /// Finds a character set by the names in use: case, `-` and `_` do not matter.
    /// - Returns: nil for a name nobody here knows.
    public init?(name: String) {
        let letters = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        switch letters {
        case "utf8": self = .utf8
        case "iso88591", "latin1", "l1": self = .latin1
        case "cp850", "ibm850", "850": self = .cp850
        case "cp437", "ibm437", "437": self = .cp437
        case "ascii", "usascii": self = .ascii
        default: return nil
        }
    }
}

extension Charset {
    /// - Returns: nil if the bytes are not text in this character set.
    public func text(of bytes: some Sequence<UInt8>) -> String? {
        let bytes = Array(bytes)
        return bytes.withUnsafeBufferPointer { exactText(of: $0) }
    }

    /// Reads bytes that are not in this character set as ISO 8859-1, in which everything is a letter.
    func lenientText(of bytes: UnsafeBufferPointer<UInt8>) -> (text: String, fits: Bool) {
        if let text = exactText(of: bytes) { return (text, true) }
        return (Self.text(of: bytes) { Unicode.Scalar($0) }, false)
    }

    private func exactText(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var all: UInt8 = 0
        for byte in bytes { all |= byte }
        if all < 0x80 { return String(decoding: bytes, as: UTF8.self) }
        switch self {
        case .utf8: return String(validating: bytes, as: UTF8.self)
        case .ascii: return nil
        case .latin1: return Self.text(of: bytes) { Unicode.Scalar($0) }
        case .cp850: return Self.text(of: bytes) { CodePage.cp850[Int($0) - 0x80] }
        case .cp437: return Self.text(of: bytes) { CodePage.cp437[Int($0) - 0x80] }
        }
    }

    private static func text(
        of bytes: UnsafeBufferPointer<UInt8>, upper: (UInt8) -> Unicode.Scalar
    ) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : upper(byte)) }
        return String(text)
    }
}

extension Charset {
    /// - Returns: the bytes of a text; a letter that the character set does not have becomes `?`.
    public func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }

    /// - Returns: nil if a letter is not in this character set.
    public func exactBytes(of text: String) -> [UInt8]? {
        if self == .utf8 { return Array(text.utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = byte(of: scalar) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// Letters are compared as people see them, so an `e` and a combining accent find the `é` of a code page.
    func append(_ text: String, to bytes: inout [UInt8]) {
        guard self != .utf8 else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for character in text {
            if let ascii = character.asciiValue {
                bytes.append(ascii)
            } else if let only = Self.only(character.unicodeScalars), let byte = byte(of: only) {
                bytes.append(byte)
            } else {
                bytes.append(upperHalf.first { Character($0.scalar) == character }?.byte ?? UInt8(ascii: "?"))
            }
        }
    }

    private static func only(_ scalars: Character.UnicodeScalarView) -> Unicode.Scalar? {
        scalars.count == 1 ? scalars.first : nil
    }

    private func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII { return UInt8(scalar.value) }
        switch self {
        case .utf8, .ascii: return nil
        case .latin1: return scalar.value < 0x100 ? UInt8(scalar.value) : nil
        case .cp850: return CodePage.cp850.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
        case .cp437: return CodePage.cp437.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
        }
    }

    private var upperHalf: [(byte: UInt8, scalar: Unicode.Scalar)] {
        switch self {
        case .utf8, .ascii: []
        case .latin1: (0xA0...0xFF).map { ($0, Unicode.Scalar($0)) }
        case .cp850: CodePage.cp850.enumerated().map { (UInt8($0.offset + 0x80), $0.element) }
        case .cp437: CodePage.cp437.enumerated().map { (UInt8($0.offset + 0x80), $0.element) }
        }
    }
}
