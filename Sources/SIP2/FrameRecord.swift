/// A frame as a table of texts, for people and for programs in other languages; it turns back into the same bytes.
///
/// Texts are in the asked character set. If any piece of the line is not, the whole line is read as ISO 8859-1, in
/// which every byte is a letter, and `charset` says so.
public struct FrameRecord: Equatable, Sendable {
    public struct Pair: Equatable, Sendable {
        public var name: String
        public var value: String
        public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    public var code: String
    public var name = ""
    /// The fixed part, column by column. The last may be short or empty where a server left it out.
    public var fixed: [Pair] = []
    /// Tags and values in the order of the line. A piece of less than two bytes is all name.
    public var fields: [Pair] = []
    /// The `|` behind the last field is missing.
    public var isUnterminated = false
    /// What follows `AY`: one digit in a well-formed line.
    public var sequenceText: String?
    public var checksum = ChecksumState.absent
    /// What follows `AZ`. Written back as it is, even if it is wrong.
    public var checksumText: String?
    /// Bytes up to 0x20 in front of the message.
    public var leading = ""
    /// What stands behind the checksum.
    public var trailing = ""
    public var charset: Charset
    /// What is odd about the line, each oddity once.
    public var notes: [String] = []

    public init(code: String, charset: Charset) { (self.code, self.charset) = (code, charset) }

    /// 0...9, nil without `AY` or if it is followed by anything but one digit.
    public var sequence: Int? {
        guard let text = sequenceText, text.utf8.count == 1, let digit = text.utf8.first, (0x30...0x39).contains(digit)
        else { return nil }
        return Int(digit) - 0x30
    }
}

extension FrameRecord {
    /// - Throws: as `Frame`. Columns count from the first byte of the message.
    public init(line: [UInt8], charset: Charset) throws(DecodeError) {
        let start = line.firstIndex { $0 > 0x20 } ?? line.endIndex
        let frame = try Frame(line[start...])
        if let record = Self(frame, leading: line[..<start], charset) {
            self = record
        } else if let record = Self(frame, leading: line[..<start], .latin1) {
            self = record
            notes.append("the line is not \(charset.rawValue)")
        } else {
            preconditionFailure("every byte is a letter of ISO 8859-1")
        }
    }

    private init?(_ frame: Frame, leading: ArraySlice<UInt8>, _ charset: Charset) {
        self.init(code: frame.code, charset: charset)
        name = frame.shape.name
        var start = 2
        for part in frame.shape.fixed {
            let end = min(start + part.width, frame.fixedEnd)
            guard let text = charset.text(of: frame.bytes[start..<end]) else { return nil }
            fixed.append(Pair(part.name, text))
            start = end
        }
        for field in frame.fields {
            guard let id = charset.text(of: frame.bytes[field.range.lowerBound..<field.value.lowerBound]),
                let value = charset.text(of: frame.bytes[field.value])
            else { return nil }
            fields.append(Pair(id, value))
            isUnterminated = !field.isTerminated
        }
        if let range = frame.sequenceRange {
            guard let text = charset.text(of: frame.bytes[range]) else { return nil }
            sequenceText = text
        }
        if let range = frame.checksumRange {
            guard let text = charset.text(of: frame.bytes[range]) else { return nil }
            checksumText = text
        }
        guard let before = charset.text(of: leading), let behind = charset.text(of: frame.trailing) else { return nil }
        self.leading = before
        trailing = behind
        checksum = frame.checksumState
        notes = oddities() + MessageReading.notes(of: frame, charset: charset)
    }

    private func oddities() -> [String] {
        var notes: [String] = []
        if !leading.isEmpty { notes.append("there are blanks in front of the message") }
        if isUnterminated { notes.append("the last field has no delimiter") }
        if fields.contains(where: { $0.name.utf8.count < 2 }) { notes.append("a field has no tag") }
        if sequenceText != nil, sequence == nil { notes.append("the sequence number is not one digit") }
        if sequenceText == nil, checksumText != nil, Shape.of(code)?.width != 0 {
            notes.append("there is a checksum without a sequence number")
        }
        if let text = checksumText, text.utf8.count != 4 || text != text.uppercased() {
            notes.append("the checksum is not four upper-case hex digits")
        }
        if !trailing.isEmpty { notes.append("something stands behind the end of the message") }
        return notes
    }
}

/// Why a table of texts is no line.
public enum RecordError: Error, Equatable, Sendable {
    case unknownMessage
    case missingPart(name: String)
    case notInCharset
    /// A line end or a character that would change where the message ends.
    case lineEnd

    public var code: String {
        switch self {
        case .unknownMessage: "REC-1"
        case .missingPart: "REC-2"
        case .notInCharset: "REC-3"
        case .lineEnd: "REC-4"
        }
    }

    public var message: String {
        switch self {
        case .unknownMessage: "The code is not one of a SIP2 message."
        case .missingPart(let name): "The fixed part \(name) is missing."
        case .notInCharset: "A text has a letter that the character set does not have."
        case .lineEnd: "A text contains a line end."
        }
    }

    public var advice: String { "Give what the decoder writes; change only values." }
}

extension FrameRecord {
    /// The bytes of the line: exactly those it was read from, as long as nothing was changed.
    public func encoded() throws(RecordError) -> [UInt8] {
        guard let shape = Shape.of(code) else { throw .unknownMessage }
        var text = leading + code
        for part in shape.fixed {
            guard let pair = fixed.first(where: { $0.name == part.name }) else { throw .missingPart(name: part.name) }
            text += pair.value
        }
        for (index, field) in fields.enumerated() {
            text += field.name + field.value
            if index < fields.count - 1 || !isUnterminated { text += "|" }
        }
        if let sequenceText { text += "AY" + sequenceText }
        if let checksumText { text += "AZ" + checksumText }
        text += trailing
        guard let bytes = charset.exactBytes(of: text) else { throw .notInCharset }
        guard !bytes.contains(where: { $0 == 0x0D || $0 == 0x0A }) else { throw .lineEnd }
        return bytes
    }
}
