import Circulation

/// Message 35, "this patron has finished".
public struct EndSessionRequest: Request {
    public var sentAt = SIP2Time()
    public var institution = ""
    public var patron = PatronBarcode("")
    public var terminalPassword: Secret?
    public var patronPassword: Secret?
    public var notes: [Note] = []

    public static let code = "35"
    public static let layout = Layout<Self>(
        fixed: [
            .time(\.sentAt)
        ],
        fields: [
            .text("AO", \.institution),
            .text("AA", \.patron),
            .text("AC", \.terminalPassword),
            .text("AD", \.patronPassword),
        ])

    public init() {}
}
