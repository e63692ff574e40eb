import Circulation

/// Message 36, whether the session is closed. Most servers say yes to everything.
public struct EndSessionResponse: Message {
    public var hasEnded = false
    public var sentAt = SIP2Time()
    public var institution = ""
    public var patron = PatronBarcode("")
    public var screenMessages: [String] = []
    public var printLines: [String] = []
    public var notes: [Note] = []

    public static let code = "36"
    public static let layout = Layout<Self>(
        fixed: [
            .flag(\.hasEnded),
            .time(\.sentAt),
        ],
        fields: [
            .text("AO", \.institution),
            .text("AA", \.patron),
            .texts("AF", \.screenMessages),
            .texts("AG", \.printLines),
        ])

    public init() {}
}
