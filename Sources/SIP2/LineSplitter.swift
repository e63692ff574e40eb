/// Cuts a stream of bytes into lines, in whatever pieces it arrives.
///
/// CR, LF and CRLF end a line. Bytes up to 0x20 in front of a message are the rest of another terminator, or noise,
/// and are dropped before the checksum is taken; empty lines are no lines. Memory is bounded: what grows over
/// the longest line without an end is reported once and skipped up to the next terminator.
public struct LineSplitter: Sendable {
    public enum Event: Equatable, Sendable {
        case line([UInt8])
        /// More bytes than the longest line has, without a terminator.
        case tooLong
        /// Only in `text`: an LF with nothing in front of it.
        case empty
    }

    public enum Mode: Sendable {
        /// A line of SIP2.
        case wire
        /// A file or a terminal: stray bytes are kept, and every LF answers for something.
        case text
    }

    private let mode: Mode
    private let longest: Int
    private var partial: [UInt8] = []
    private var isSkipping = false
    private var hasTold = false

    /// - Parameter longest: Bytes that a line may have.
    public init(mode: Mode = .wire, longest: Int = Frame.longest) { (self.mode, self.longest) = (mode, longest) }

    /// Bytes of the unfinished line; never more than the longest line.
    public var pending: Int { partial.count }

    public mutating func feed(_ bytes: [UInt8]) -> [Event] {
        var events: [Event] = []
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            for index in 0..<buffer.count where buffer[index] == 0x0D || buffer[index] == 0x0A {
                take(buffer[start..<index], &events)
                end(buffer[index], &events)
                start = index + 1
            }
            take(buffer[start...], &events)
        }
        return events
    }

    /// The stream has ended. On a wire half a line is no line; in a file the last one may lack its LF.
    public mutating func finish() -> [Event] {
        var events: [Event] = []
        switch mode {
        case .wire: partial = []
        case .text: if !partial.isEmpty { end(0x0D, &events) }
        }
        self = LineSplitter(mode: mode, longest: longest)
        return events
    }

    private mutating func take(_ piece: Slice<UnsafeBufferPointer<UInt8>>, _ events: inout [Event]) {
        guard !isSkipping else { return }
        var piece = piece
        if mode == .wire, partial.isEmpty { piece = piece.drop { $0 <= 0x20 } }
        guard !piece.isEmpty else { return }
        guard partial.count + piece.count <= longest else {
            partial = []
            isSkipping = true
            hasTold = true
            events.append(.tooLong)
            return
        }
        partial.append(contentsOf: piece)
    }

    private mutating func end(_ terminator: UInt8, _ events: inout [Event]) {
        isSkipping = false
        if !partial.isEmpty {
            events.append(.line(partial))
            partial = []
            hasTold = true
        }
        guard terminator == 0x0A else { return }
        if mode == .text, !hasTold { events.append(.empty) }
        hasTold = false
    }
}
