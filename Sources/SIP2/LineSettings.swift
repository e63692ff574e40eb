import Circulation

/// What one line to the library system needs to know. Passwords never show in a description.
public struct LineSettings: Equatable, Sendable {
    public enum Terminator: String, CaseIterable, Sendable {
        case cr
        case crlf

        public var bytes: [UInt8] {
            switch self {
            case .cr: [0x0D]
            case .crlf: [0x0D, 0x0A]
            }
        }
    }

    /// Sequence numbers and checksums, `AY` and `AZ`. The protocol cannot negotiate them.
    public enum ErrorDetection: String, CaseIterable, Sendable {
        /// Every answer must have a good checksum.
        case on
        /// Neither sent nor looked at.
        case off
        /// Sent; required of the server if its first answer has a checksum other than the constant `0000`.
        case auto
    }

    public var needsLogin = true
    public var user = ""
    public var password = Secret("")
    public var location: String?
    public var institution = ""
    public var terminalPassword = Secret("")
    public var charset = Charset.utf8
    public var terminator = Terminator.cr
    public var errorDetection = ErrorDetection.auto
    /// How long the library system may think about one question.
    public var answerWithin = Duration.seconds(10)
    /// An idle line is asked for its status this often, so that it stays open and its end is noticed.
    public var keepAlive = Duration.seconds(30)

    public init() {}
}
