/// The two bytes in front of a value.
public struct FieldID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    let first: UInt8
    let second: UInt8

    init(_ first: UInt8, _ second: UInt8) { (self.first, self.second) = (first, second) }

    /// - Precondition: exactly two ASCII characters; names of fields are written in the source, never read.
    public init(stringLiteral text: StaticString) {
        precondition(text.utf8CodeUnitCount == 2 && text.isASCII, "a field name has two characters")
        self.init(text.utf8Start[0], text.utf8Start[1])
    }

    public var description: String { String(decoding: [first, second], as: UTF8.self) }

    /// 0..<1296 for names of digits and capital letters, nil for all others: an index into a flat table.
    var slot: Int? {
        guard let first = Self.digit(first), let second = Self.digit(second) else { return nil }
        return first * 36 + second
    }

    static let slots = 36 * 36

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x5A: Int(byte) - 0x41 + 10
        default: nil
        }
    }
}

/// One piece of a line between two delimiters, as ranges into the bytes of its frame.
public struct Field: Hashable, Sendable {
    /// nil for a piece of less than two bytes.
    public let id: FieldID?
    /// Byte offsets of name and value, the delimiter not counted.
    public let range: Range<Int>
    /// False only for a last field whose `|` was forgotten.
    public let isTerminated: Bool

    /// Byte offsets of the value; empty if there is none.
    public var value: Range<Int> { min(range.lowerBound + 2, range.upperBound)..<range.upperBound }
}

/// The fields of a frame in the order of the line, found while iterating: nothing is allocated.
public struct Fields: Sequence, Sendable {
    let bytes: [UInt8]
    let range: Range<Int>

    public func makeIterator() -> Iterator { Iterator(bytes: bytes, position: range.lowerBound, end: range.upperBound) }

    public struct Iterator: IteratorProtocol {
        let bytes: [UInt8]
        var position: Int
        let end: Int

        public mutating func next() -> Field? {
            bytes.withUnsafeBufferPointer { Fields.next(in: $0, from: &position, to: end) }
        }
    }

    /// The one place that knows where a field ends.
    static func next(in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, to end: Int) -> Field? {
        guard position < end else { return nil }
        let start = position
        var stop = start
        while stop < end, bytes[stop] != Frame.delimiter { stop += 1 }
        position = stop + 1
        return Field(
            id: stop - start >= 2 ? FieldID(bytes[start], bytes[start + 1]) : nil, range: start..<stop,
            isTerminated: stop < end)
    }
}
