import Circulation

/// The one question that is open on a line, with all that is needed to ask it again.
struct Question: Sendable {
    enum Purpose: Sendable { case login, status, keepAlive, asked }

    let purpose: Purpose
    /// Code of the question.
    let code: String
    /// Code of its answer.
    let answer: String
    /// The line without `AY` and `AZ`.
    let body: [UInt8]
    /// The line as it left, with terminator. A resend for 96 is these bytes again.
    var sent: [UInt8] = []
    /// nil where error detection is off.
    var sequence: Int?
    var deadline: Instant
    /// How often the answer was asked for again with 97.
    var resendsAsked = 0
    /// The last bytes that left were a 97.
    var isAskingAgain = false
    /// A 96 was answered with the same bytes.
    var isRepeated = false
    /// How often a status came in place of the answer.
    var statusesInstead = 0

    /// Whether asking twice is harmless. Anything else changes the library, and is looked up instead.
    var isRead: Bool {
        switch code {
        case "17", "23", "35", "63", "93", "99": true
        default: false
        }
    }
}
