import Circulation

/// A SIP2 message described by a table, not by a parser: one struct, one `Layout`, in one file.
/// Where the words of `Circulation` are imported too, it is called `SIP2.Message`.
///
/// Its description is its name alone, because its values belong to patrons.
public protocol Message: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Two digits.
    static var code: String { get }
    static var layout: Layout<Self> { get }
    /// What was odd when the message was read. Empty in a message that was made here.
    var notes: [Note] { get set }
    init()
}

/// A request of the station. It can be filled with what the line's settings know.
public protocol Request: Message {
    var institution: String { get set }
    var terminalPassword: Secret? { get set }
}

/// Something odd in a line that was read all the same. Holds names of fields, never values.
public struct Note: Hashable, Sendable, CustomStringConvertible {
    public enum Oddity: String, Hashable, Sendable {
        case missing = "is missing"
        case unreadable = "has an unexpected value"
        case repeated = "is repeated"
        case wrongCharset = "is not in the character set of the line"
    }

    /// A tag, or the name of a part of the fixed columns.
    public let field: String
    public let oddity: Oddity
    public var description: String { "\(field) \(oddity.rawValue)" }
}

extension Message {
    public var description: String { "\(Self.code) \(Shape.of(Self.code)?.name ?? "")" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Reads a message. In answers whatever is missing or odd becomes a note.
    /// - Throws: `wrongMessage`; for requests also `missing` with the first required field that is not there.
    public init(_ frame: Frame, charset: Charset) throws(DecodeError) {
        try self.init(lenient: frame, charset: charset)
        guard Shape.of(Self.code)?.answer != nil else { return }
        if let note = notes.first(where: { $0.oddity == .missing }) {
            throw .missing(tag: note.field, column: frame.bytes.count)
        }
    }

    /// Reads a message; what is missing in a request is a note too, for a server that wants to answer anyway.
    /// - Throws: `wrongMessage` only.
    public init(lenient frame: Frame, charset: Charset) throws(DecodeError) {
        guard frame.code == Self.code else { throw .wrongMessage(expected: Self.code, got: frame.code) }
        self.init()
        Self.layout.read(frame, charset: charset, into: &self)
    }

    /// The line without its terminator. `|`, line ends and other control characters in values become blanks.
    /// - Parameters:
    ///   - sequence: 0...9 for `AY`; nil leaves it out. Ignored by 96 and 97, which never carry it.
    ///   - withChecksum: Adds `AZ`.
    public func encoded(sequence: Int?, withChecksum: Bool, charset: Charset) -> [UInt8] {
        var writer = Writer(charset: charset)
        writer.bytes.reserveCapacity(256)
        writer.bytes.append(contentsOf: Self.code.utf8)
        Self.layout.write(self, to: &writer)
        return sealed(writer.bytes, sequence: Self.hasSequence ? sequence : nil, withChecksum: withChecksum)
    }

    static var hasSequence: Bool { code != "96" && code != "97" }
}

/// A line with its `AY` and `AZ`.
/// - Precondition: the sequence is 0...9.
func sealed(_ body: [UInt8], sequence: Int?, withChecksum: Bool) -> [UInt8] {
    var line = body
    if let sequence {
        precondition((0...9).contains(sequence), "a sequence number is one digit")
        line += [UInt8(ascii: "A"), UInt8(ascii: "Y"), 0x30 + UInt8(sequence)]
    }
    if withChecksum {
        line += [UInt8(ascii: "A"), UInt8(ascii: "Z")]
        line += hexDigits(checksum(line))
    }
    return line
}
