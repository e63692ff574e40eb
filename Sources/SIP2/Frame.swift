/// One line of SIP2, taken apart but not interpreted: it never loses a byte and gives back exactly what it was made of.
///
/// Code, fixed part, tagged fields, then `AY` and `AZ`. Everything is a range into the received bytes. Lines that are
/// only odd (no last delimiter, `|` before `AY`, `AZ` without `AY`, bytes behind the checksum, fields nobody knows)
/// are read; only a line whose fixed part is not there is refused.
public struct Frame: Equatable, Sendable {
    /// Bytes of the longest line that is read. A full patron answer is about two thousand.
    public static let longest = 65_536
    static let delimiter = UInt8(ascii: "|")

    /// The line as received, without its terminator.
    public let bytes: [UInt8]
    /// Byte offset behind the fixed part.
    public let fixedEnd: Int
    /// Byte offsets of what follows `AY`; one digit in a well-formed line.
    public let sequenceRange: Range<Int>?
    /// Byte offsets of what follows `AZ`; four hex digits in a well-formed line.
    public let checksumRange: Range<Int>?
    public let checksumState: ChecksumState
    private let slot: Int
    private let fieldsEnd: Int
    private let tailEnd: Int

    /// - Parameter bytes: one message without its terminator, at most `longest` bytes.
    /// - Throws: `empty`, `tooLong`, `unknownMessage`, or `truncated` with the length of the line.
    public init(_ bytes: [UInt8]) throws(DecodeError) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.longest else { throw .tooLong }
        guard bytes.count >= 2, let slot = Shape.slot(bytes[0], bytes[1]) else { throw .unknownMessage }
        let shape = Shape.all[slot]
        var fixedEnd = 2 + shape.width
        if shape.code == "98", Self.lacksVersion(bytes) { fixedEnd -= 4 }
        guard bytes.count >= fixedEnd else { throw .truncated(column: bytes.count) }

        let (tail, state) = bytes.withUnsafeBufferPointer { buffer in
            let tail = Tail(in: buffer, from: fixedEnd)
            return (tail, Self.state(of: tail, in: buffer))
        }
        self.bytes = bytes
        self.slot = slot
        self.fixedEnd = fixedEnd
        fieldsEnd = tail.start
        tailEnd = tail.end
        sequenceRange = tail.sequence
        checksumRange = tail.checksum
        checksumState = state
    }

    public init(_ bytes: ArraySlice<UInt8>) throws(DecodeError) { try self.init(Array(bytes)) }

    public static func == (a: Frame, b: Frame) -> Bool { a.bytes == b.bytes }
}

extension Frame {
    public var shape: Shape { Shape.all[slot] }
    /// Two digits.
    public var code: String { shape.code }

    public var fields: Fields { Fields(bytes: bytes, range: fixedEnd..<fieldsEnd) }

    /// nil without `AY`, and also if it is followed by anything but one digit.
    public var sequence: Int? {
        guard let range = sequenceRange, range.count == 1, (0x30...0x39).contains(bytes[range.lowerBound])
        else { return nil }
        return Int(bytes[range.lowerBound]) - 0x30
    }

    /// Bytes behind the checksum: a stray `|` or blanks. Usually empty.
    public var trailing: ArraySlice<UInt8> { bytes[tailEnd...] }

    /// The value of the first field of this name.
    public func value(of id: FieldID) -> ArraySlice<UInt8>? {
        for field in fields where field.id == id { return bytes[field.value] }
        return nil
    }

    /// Exactly the bytes it was made of.
    public func encoded() -> [UInt8] { bytes }

    var fieldsRange: Range<Int> { fixedEnd..<fieldsEnd }

    /// Servers exist that leave out the version in 98; then the fields begin four bytes early.
    private static func lacksVersion(_ bytes: [UInt8]) -> Bool {
        let start = 32
        guard bytes.count > start + 1 else { return bytes.count == start }
        return (0x41...0x5A).contains(bytes[start]) && (0x41...0x5A).contains(bytes[start + 1])
    }

    private static func state(of tail: Tail, in bytes: UnsafeBufferPointer<UInt8>) -> ChecksumState {
        guard let digits = tail.checksum else { return .absent }
        guard let value = hexValue(bytes[digits]) else { return .invalid }
        return checksum(bytes[..<digits.lowerBound]) == value ? .valid : .invalid
    }
}

extension Frame: CustomStringConvertible, CustomReflectable {
    /// The name of the message and its length: values belong to patrons.
    public var description: String { "\(code) \(shape.name), \(bytes.count) bytes" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
