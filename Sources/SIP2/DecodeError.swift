/// Why a line could not be understood.
///
/// A decode error never decides what happens to a loan: the caller treats the transaction as *unanswered* and
/// finds out later what the library system did. The text of an error never contains a value of a field.
public enum DecodeError: Error, Equatable, Sendable {
    /// A good line, but another message than the one that is read.
    case wrongMessage(expected: String, got: String)
    /// The line ends inside the fixed part. `column` is its length in bytes.
    case truncated(column: Int)
    /// A request without a field that it must have.
    case missing(tag: String, column: Int)
    /// The first two bytes are no message of SIP2 2.00.
    case unknownMessage
    /// Longer than `Frame.longest` bytes.
    case tooLong
    /// Nothing in it.
    case empty
}

extension DecodeError {
    /// Stable across releases: printed in logs, counted in metrics, listed in docs/faults.md.
    public var code: String {
        switch self {
        case .wrongMessage: "SIP-1"
        case .truncated: "SIP-2"
        case .missing: "SIP-3"
        case .unknownMessage: "SIP-4"
        case .tooLong: "SIP-5"
        case .empty: "SIP-6"
        }
    }

    /// Byte offset in the line, from 0, where reading stopped.
    public var column: Int {
        switch self {
        case .truncated(let column), .missing(_, let column): column
        case .tooLong: Frame.longest
        case .wrongMessage, .unknownMessage, .empty: 0
        }
    }

    /// For a log. Holds message codes and field names, never values.
    public var message: String {
        switch self {
        case .wrongMessage(let expected, let got): "Message \(expected) was expected, but this is message \(got)."
        case .truncated(let column): "The line ends after \(column) bytes, inside the fixed part of the message."
        case .missing(let tag, _): "The required field \(tag) is missing."
        case .unknownMessage: "The line does not begin with the code of a SIP2 message."
        case .tooLong: "The line is longer than \(Frame.longest) bytes."
        case .empty: "The line is empty."
        }
    }

    /// One sentence for the person at the desk. No protocol words, no blame.
    public var advice: String {
        switch self {
        case .truncated, .tooLong, .empty:
            "The line to the library system is noisy; if this repeats, check the network cable."
        case .wrongMessage, .missing, .unknownMessage:
            "The library system answered in an unexpected way; please tell support code \(code)."
        }
    }
}
