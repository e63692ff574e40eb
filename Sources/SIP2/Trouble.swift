/// Why a line was given up. The line is closed then: an answer that comes later belongs to nobody.
public enum Trouble: Error, Equatable, Sendable {
    case loginRefused
    case noAnswer
    /// Bad checksums, even after asking again as often as the server allows.
    case badChecksum
    /// The server asked for the question again, twice, or after it was asked for its answer.
    case notUnderstood
    case unexpectedAnswer(code: String)
    case unreadable(DecodeError)
    /// A status came in place of the answer to a question that must not be asked twice, or came again and again.
    case statusInstead
    case disconnected
}

extension Trouble {
    /// Stable across releases: printed in logs, counted in metrics, listed in docs/faults.md.
    public var code: String {
        switch self {
        case .loginRefused: "LINE-1"
        case .noAnswer: "LINE-2"
        case .badChecksum: "LINE-3"
        case .notUnderstood: "LINE-4"
        case .unexpectedAnswer: "LINE-5"
        case .unreadable: "LINE-6"
        case .statusInstead: "LINE-7"
        case .disconnected: "LINE-8"
        }
    }

    /// One sentence for the person who looks after the station.
    public var advice: String {
        switch self {
        case .loginRefused:
            "The library system refused this station; check the user, password and location in the settings."
        case .noAnswer:
            "The library system did not answer in time; if this repeats, ask its operator whether it is slow or stuck."
        case .badChecksum:
            "Answers arrive damaged; check the character set and the error detection in the settings, then the network."
        case .notUnderstood:
            "The library system cannot read this station; check the character set and the line end in the settings."
        case .unexpectedAnswer, .unreadable:
            "The library system answered in an unexpected way; check that the address leads to its SIP2 port."
        case .statusInstead:
            "The library system changed its status in the middle of a question; the question is looked up again."
        case .disconnected:
            "The library system closed the line; if this repeats, check the network and the login."
        }
    }
}
